import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../../..');
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'apps/api/src'],
  {
    cwd: ROOT,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => file.endsWith('.ts'));
const text = new Map(files.map((file) => [file, readFileSync(resolve(ROOT, file), 'utf8')]));

const entities = files
  .filter((file) => file.endsWith('.entity.ts'))
  .flatMap((file) =>
    [...(text.get(file) ?? '').matchAll(/@Entity\([^)]*\)\nexport class (\w+)/g)].map(([, name]) => ({
      name: name ?? '',
      file,
    })),
  );

/** Code that names rows or asks a repository by the entity; its own folder, the parts and indexes only pass it on. */
const readersOf = (name: string, own: string) =>
  files.filter(
    (file) =>
      file !== own &&
      !/\/entities\/|\.parts\.ts$|\/index\.ts$/.test(file) &&
      new RegExp(`\\b${name}\\b`).test(text.get(file) ?? ''),
  );

type Reason =
  | 'written in sets'
  | 'only summed, joined or asked whether it exists'
  | 'answered by the reading room as it stands'
  | 'its columns are the fields of the service';

/**
 * Tables whose rows nobody holds in a variable. Their entity is the one description the schema test, the glossary and the
 * data dictionary have of them; a row of such a table would be a type without a use.
 */
const NO_READER: Readonly<Record<string, Reason>> = {
  SnapExternalId: 'written in sets',
  ReceiptSeries: 'written in sets',
  PaymentAllocation: 'only summed, joined or asked whether it exists',
  BillCorrection: 'only summed, joined or asked whether it exists',
  BilledCharge: 'only summed, joined or asked whether it exists',
  WaiverShare: 'only summed, joined or asked whether it exists',
  RoundPosition: 'only summed, joined or asked whether it exists',
  KeptPromise: 'only summed, joined or asked whether it exists',
  PlanInstalment: 'only summed, joined or asked whether it exists',
  ReplacedBillOfPlan: 'only summed, joined or asked whether it exists',
  RecoveryCode: 'only summed, joined or asked whether it exists',
  FormerPlace: 'only summed, joined or asked whether it exists',
  CustomerAlias: 'only summed, joined or asked whether it exists',
  StoredBillLine: 'answered by the reading room as it stands',
  PenaltyEntry: 'answered by the reading room as it stands',
  SaleOfTax: 'its columns are the fields of the service',
  SaleOfElectricity: 'its columns are the fields of the service',
  SaleOfWater: 'its columns are the fields of the service',
  SaleOfAirtime: 'its columns are the fields of the service',
  SaleOfGas: 'its columns are the fields of the service',
  SaleOfMusic: 'its columns are the fields of the service',
  SaleOfTelevision: 'its columns are the fields of the service',
  SaleOfData: 'its columns are the fields of the service',
  SaleOfGameVoucher: 'its columns are the fields of the service',
  SaleOfMealVoucher: 'its columns are the fields of the service',
  SaleOfQurban: 'its columns are the fields of the service',
  SaleOfZakat: 'its columns are the fields of the service',
};

describe('an entity', () => {
  it('names the rows of some statement, or is listed with why there are none', () => {
    expect(entities.length).toBeGreaterThan(55);
    const unread = entities
      .filter(({ name, file }) => readersOf(name, file).length === 0)
      .map(({ name }) => name);
    expect(unread.sort()).toEqual(Object.keys(NO_READER).sort());
  });
});
