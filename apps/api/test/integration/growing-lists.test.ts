import type { BusinessDate } from '@tirtapay/domain';
import { COMMON, LISTS, questionsOf } from '../../../../bench/support/list-questions';
import { ITEM_LIST } from '../../src/modules/money/reconciliation/items/item.list';
import { APPROVAL_LIST } from '../../src/modules/ground/approvals/approvals.queries';
import { ACTIVITY_LIST } from '../../src/modules/outward/reporting/activity/activity-log.queries';
import { OUTBOUND_CALL_LIST } from '../../src/modules/outward/bank-lab/outbound-calls.queries';
import { billList } from '../../src/modules/outward/reporting/bills/bill.list';
import { CASE_LIST } from '../../src/modules/outward/reporting/cases/case.queries';
import { CHECKOUT_LIST } from '../../src/modules/outward/reporting/checkouts/checkout.queries';
import { CUSTOMER_LIST } from '../../src/modules/outward/reporting/customers/customer-list';
import { PAYMENT_LIST } from '../../src/modules/outward/reporting/payments/payment.queries';
import { readingList } from '../../src/modules/water/meter-reading/reading.list';
import { Database } from '../../src/platform/database';
import type { ListDefinition } from '../../src/platform/list';
import { compileList } from '../../src/platform/list/compile-list';
import type { HttpCaller } from '../support';
import { grownOffice } from '../support/grown-office';
import { LONG } from '../support/long-run';
import { TestApp } from '../support/test-app';

/*
 * Every list of the API over a utility that has grown: what one page touches does not grow with it. Rows are counted as
 * PostgreSQL counts them (EXPLAIN ANALYZE), never time.
 */

const CUSTOMERS = 16_000;
const MONTHS = 5;
/** Counts end behind the 10,000th row; a step of a plan that touches many more has read what nobody asked for. */
const MOST_TOUCHED = 12_500;

/** What a list reads whole, with the reason. */
const READS_WHOLE = new Map([
  // How many customers each region has: counted once, from the index alone.
  ['/api/v1/regions', /pelanggan_region/],
]);

/** Questions whose rows no order has together: read along the list, and ended by the time a page may take. */
const READ_ALONG = [
  // Which calls begin like this: nearly all, or none.
  /bank-calls\?path=/,
  // Unpaid bills of all months but the present one, newest first.
  /bills\?overdue=true/,
  // The open bills of some age, among all open ones: their index alone is read.
  /bills\?late=/,
];

/** What the long run asks as well: each order from its other end, and words whose touched rows are not counted anyway. */
const askedSeldom = (question: string): boolean =>
  question.startsWith('sort=-') || COMMON.some((text) => question === `q=${text}`);

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Plan[];
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** An entry of an index is a fraction of a row. */
const weight = (node: Plan): number => (node['Node Type'] === 'Bitmap Index Scan' ? 0.5 : 1);

const touched = (node: Plan): number =>
  weight(node) *
  node['Actual Loops'] *
  (node['Actual Rows'] +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0));

const app = new TestApp({ jobs: false });
let caller: HttpCaller;

beforeAll(async () => {
  caller = await grownOffice(app, { customers: CUSTOMERS, months: MONTHS });
});

afterAll(async () => {
  await app.close();
  await app.stop();
});

/** What a request asks the pool of the lists, and what each step of it touches beyond the measure. */
async function excessesOf(address: string): Promise<{ status: number; body: unknown; excesses: string[] }> {
  const database = app.get(Database);
  const list = database.list.bind(database);
  const asked: { sql: string; values: readonly unknown[] }[] = [];
  const spy = jest.spyOn(database, 'list').mockImplementation((sql, values = []) => {
    asked.push({ sql, values });
    return list(sql, values);
  });
  const { status, body } = await caller.get(address);
  spy.mockRestore();
  if (status === 200) expect(asked.length).toBeGreaterThan(0);
  const excesses: string[] = [];
  for (const { sql, values } of asked) {
    const [row] = await list<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`,
      values,
    );
    const whole = READS_WHOLE.get(address.split('?')[0] ?? '');
    for (const node of row === undefined ? [] : nodesOf(row['QUERY PLAN'][0].Plan))
      if (touched(node) > MOST_TOUCHED && whole?.test(node['Index Name'] ?? '') !== true)
        excesses.push(
          `${address}: ${node['Node Type']} ${node['Relation Name'] ?? ''} ${node['Index Name'] ?? ''} ${String(touched(node))} rows: ${sql.slice(0, 60)}`,
        );
  }
  return { status, body, excesses };
}

describe.each(LISTS)('$path', ({ path, shape }) => {
  it('touches no more rows for a page than a page may reach, whatever is asked of it', async () => {
    const wrong: string[] = [];
    for (const question of questionsOf(shape).filter((one) => LONG || !askedSeldom(one))) {
      const address = `${path.replaceAll(/\{[^}]+\}/g, '77')}?${question}`;
      const { status, body, excesses } = await excessesOf(address);
      const common = COMMON.some((text) => question === `q=${text}`);
      if (!common && !READ_ALONG.some((known) => known.test(address))) wrong.push(...excesses);
      if (status === 200) continue;
      const [error] = (body as { errors?: { code: string }[] }).errors ?? [];
      const sortedBy = /^sort=-?(.+)$/.exec(question)?.[1];
      const told =
        error?.code === 'too_many_rows' &&
        sortedBy !== undefined &&
        shape.indexed?.includes(sortedBy) === false;
      if (!told) wrong.push(`${address}: ${String(status)} ${JSON.stringify(body)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is not dug into by hand in the address: too deep, by no column, by one letter', async () => {
    const refusal = async (question: string) => {
      const { status, body } = await caller.get<{ errors?: { code: string }[] }>(
        `${path.replaceAll(/\{[^}]+\}/g, '77')}?${question}`,
      );
      return [status, body.errors?.[0]?.code];
    };
    for (const page of ['page=101&page_size=100', 'page=9999999&page_size=100'])
      expect([page, ...(await refusal(page))]).toEqual([page, 400, 'too_deep']);
    expect(await refusal('page=99999999999')).toEqual([400, 'not_an_integer']);
    expect(await refusal('sort=password_hash')).toEqual([400, 'not_sortable']);
    if (shape.search && shape.indexed !== undefined) expect(await refusal('q=b')).toEqual([400, 'too_short']);
  });
});

/** Those that are searched by sources which can also be asked of a row. */
const SEARCHED: readonly ListDefinition<never, unknown>[] = [
  CUSTOMER_LIST,
  PAYMENT_LIST,
  ITEM_LIST,
  CASE_LIST,
  CHECKOUT_LIST,
  APPROVAL_LIST,
  ACTIVITY_LIST,
  OUTBOUND_CALL_LIST,
  billList(String, '2026-01-01' as BusinessDate),
  readingList(String),
].map((list) => ({ map: () => null, ...list }));

it.each(SEARCHED)(
  '$tieBreaker is found by walking, one by one and by many, as by looking up',
  async (list) => {
    let found = 0;
    for (const word of ['12', 'budi', 'MTR1', 'payment', '2002700']) {
      const { sources, values } = compileList(list, { q: word }, []);
      const asked = sources.map(
        ({ find, row, among }, index) =>
          `${list.tieBreaker} IN (${find}) AS found_${String(index)}, ${row === null ? 'NULL::boolean' : `coalesce((${row}), false)`} AS walked_${String(index)},
         coalesce((${among ?? row ?? 'NULL'})::boolean, false) AS among_${String(index)}`,
      );
      const different = sources.map(
        (_, index) =>
          `count(*) FILTER (WHERE found_${String(index)} <> walked_${String(index)} OR among_${String(index)} <> walked_${String(index)})::int`,
      );
      const [row] = await app.database.query<{ found: number; different: number[] }>(
        `SELECT count(*) FILTER (WHERE ${sources.map((_, index) => `found_${String(index)}`).join(' OR ')})::int AS found,
         ARRAY[${different.join(', ')}] AS different
       FROM (SELECT ${asked.join(', ')} FROM ${list.from} WHERE ${list.tieBreaker} % 5 = 0) r`,
        values,
      );
      expect({ word, different: row?.different }).toEqual({ word, different: sources.map(() => 0) });
      found += row?.found ?? 0;
    }
    expect(found).toBeGreaterThan(0);
  },
);

it('finds what lies together far down the list, as it finds what is near', async () => {
  const expected = await app.database.query<{ id: number }>(
    `SELECT r.id FROM meter_reading r JOIN meter m ON m.id = r.meter_id WHERE key_form(m.serial) LIKE 'mtr1%'
     ORDER BY r.id DESC OFFSET 5900 LIMIT 300`,
  );
  const page = async (place: string) => {
    const { body } = await caller.get<{
      data: { id: number }[];
      meta: { next: string; total_capped: boolean };
    }>(`/meter-readings?q=MTR1&page_size=100&${place}`);
    return { ...body.meta, ids: body.data.map(({ id }) => id) };
  };
  const ids = (from: number) => expected.slice(from, from + 100).map(({ id }) => id);
  // The newest six thousand are those of 16000 to 10000; the next are those of 1999, eight thousand rows on.
  const near = await page('page=60');
  expect([near.total_capped, near.ids]).toEqual([true, ids(0)]);
  const far = await page(`after=${near.next}`);
  expect(far.ids).toEqual(ids(100));
  expect((await page('page=61')).ids).toEqual(ids(100));
  expect((await page(`after=${far.next}`)).ids).toEqual(ids(200));
});

it('notices an index that is missing', async () => {
  await app.database.query('DROP INDEX pembayaran_channel');
  const { excesses } = await excessesOf('/api/v1/payments?channel=EDC');
  expect(excesses).not.toEqual([]);
});
