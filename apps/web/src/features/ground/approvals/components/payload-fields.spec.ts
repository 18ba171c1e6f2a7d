import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import words from '../words/id.json';

const ROOT = join(__dirname, '../../../../../../..');
const API = join(ROOT, 'apps/api/src/modules');

/** Bodies that are asked for as they are, or whose parts are. */
const ASKED =
  /^(?:CreateBank|ChangeBankSettings|CreatePartner|ChangePartnerSettings|ProposeVersion|ChangePrices|SupplierPayment|SupplierTerms|CreatePenaltyPolicy|RequestUser|RequestUserChange|TopUpDeposit)Body$/;
/** What is drawn by a picture of its own, and what only the database calls things by. */
const NOT_TOLD = new Set(['effect', 'waiver_effect', 'instalment_effect', 'correction', 'probe']);
const told = (name: string) => !NOT_TOLD.has(name) && !/_ids?$/.test(name);

interface Schema {
  readonly $ref?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}
const { components } = JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8')) as {
  components: { schemas: Readonly<Record<string, Schema>> };
};

function fieldsOf({ $ref, items, properties }: Schema): string[] {
  if ($ref !== undefined) return fieldsOf(components.schemas[$ref.split('/').at(-1) ?? ''] ?? {});
  if (items !== undefined) return fieldsOf(items);
  return Object.entries(properties ?? {}).flatMap(([name, of]) => [name, ...fieldsOf(of)]);
}

/** Without calls and what is spread. */
const bare = (inner: string) =>
  inner
    .replace(/\([^()]*\)/g, '')
    .replace(/\([^()]*\)|\{[^{}]*\}/g, '')
    .replace(/\.\.\.[^,]*/g, '');

/** `payload: { way, plan_number: planNumber(id) }`: names at the beginning of a line or after a comma, to the closing brace. */
function written(text: string): string[] {
  return [...text.matchAll(/\bpayload: \{((?:[^{}]|\{[^{}]*\})*)\}/g)].flatMap(([, inner = '']) =>
    [...bare(inner).matchAll(/(?:^|,)\s*([a-z_]+)(?=\s*(?:[:,]|$))/g)].map(([, name = '']) => name),
  );
}

test('every field of what a second person decides about has a word', () => {
  const bodies = Object.entries(components.schemas).filter(([name]) => ASKED.test(name));
  expect(bodies.length).toBeGreaterThan(8);
  const literal = readdirSync(API, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.service.ts'))
    .flatMap((file) => written(readFileSync(join(API, file), 'utf8')));
  expect(literal.length).toBeGreaterThan(60);
  const names = new Set([...literal, ...bodies.flatMap(([, schema]) => fieldsOf(schema))].filter(told));
  expect([...names].filter((name) => !(name in words.detail.fields)).sort()).toEqual([]);
});
