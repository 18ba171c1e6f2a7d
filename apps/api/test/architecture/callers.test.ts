import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ERROR_CODES, type ErrorCode } from '@tirtapay/contracts';
import { APPROVAL_KINDS, decidePermission, PERMISSIONS, type Permission } from '@tirtapay/domain';
import type { BankAdapter } from '../../src/modules/bank-gateway/outbound';

/*
 * Nothing is built that nobody calls. What stands here waits for a capability that is decided; everything else without a
 * caller goes. A name that is not one of the closed lists does not compile.
 */

const COUNTER = 'the counter, PPOB and the list of checkouts for staff';
const SCALE = 'jobs with progress';
const RECONCILIATION = 'reconciliation with the files of banks';
const REPORTS = 'reports that tie to the ledger';
const CORRECTION = 'import, corrections, credit and waivers';

const PERMISSIONS_WAITING: Readonly<Partial<Record<Permission, string>>> = {
  'job.read': SCALE,
  'job.manage': SCALE,
  'customer.import': CORRECTION,
  'ppob.read': COUNTER,
  'ppob.sell': COUNTER,
  'ppob.manage': COUNTER,
  'ledger.read': REPORTS,
  'report.read': REPORTS,
};

const CODES_WAITING: Readonly<Partial<Record<ErrorCode, string>>> = {
  // Published to banks in docs/bank-api.md; a published code never goes.
  'request.not_acceptable': 'the contract with banks',
  'credit.insufficient': CORRECTION,
};

const METHODS_WAITING: Readonly<Partial<Record<keyof BankAdapter, string>>> = {
  vaReport: RECONCILIATION,
  refundQr: CORRECTION,
};

const ROOT = resolve(__dirname, '../../../..');
const SOURCES = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'libs', 'bench'],
  { cwd: ROOT, encoding: 'utf8' },
)
  .split('\n')
  .filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      !/\.(spec|test)\.tsx?$|\/(test|e2e)\/|^libs\/api-client\/|^libs\/contracts\/src\/errors\/|^libs\/domain\/src\/roles\//.test(
        file,
      ) &&
      existsSync(join(ROOT, file)),
  )
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));

const isNamed = (name: string): boolean => SOURCES.some(({ text }) => text.includes(`'${name}'`));

describe('what nobody calls', () => {
  it('is no permission, but those that wait', () => {
    const deciding = new Set<Permission>(APPROVAL_KINDS.map(decidePermission));
    const idle = PERMISSIONS.filter(
      (permission) =>
        !deciding.has(permission) && !isNamed(permission) && PERMISSIONS_WAITING[permission] === undefined,
    );
    expect(idle).toEqual([]);
  });

  it('is no kind of approval: each is asked for by a module', () => {
    expect(APPROVAL_KINDS.filter((kind) => !isNamed(kind))).toEqual([]);
  });

  it('is no error code, but those that wait', () => {
    expect(ERROR_CODES.filter((code) => !isNamed(code) && CODES_WAITING[code] === undefined)).toEqual([]);
  });

  it('is no method of the adapter of banks, but those that wait', () => {
    const port = SOURCES.find(({ file }) => file.endsWith('outbound/bank-adapter.ts'))?.text ?? '';
    const methods = [...port.matchAll(/^ {2}(\w+)\(/gm)].map(([, name = '']) => name);
    expect(methods.length).toBeGreaterThan(5);
    const callers = SOURCES.filter(({ file }) => !/outbound\/snap-\w+(-\w+)?\.ts$/.test(file));
    const idle = methods.filter(
      (name) =>
        !callers.some(({ text }) => text.includes(`.${name}(`)) &&
        METHODS_WAITING[name as keyof BankAdapter] === undefined,
    );
    expect(idle).toEqual([]);
  });
});
