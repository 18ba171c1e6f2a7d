import { Database } from '../../src/platform/database';
import {
  DOCUMENTED_LISTS,
  DOCUMENTED_OPERATIONS,
  eventually,
  testApp,
  type HttpCaller,
  type TestCustomer,
} from '../support';

/* What holds for every list of the API, whoever adds the next one. */

const app = testApp({ jobs: false });

let caller: HttpCaller;
let customer: TestCustomer;

beforeAll(async () => {
  caller = await app.as('super');
  customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
});

const addressOf = (path: string): string => path.replaceAll(/\{[^}]+\}/g, String(customer.id));
const rowsOf = (text: string): number => text.trimEnd().split('\n').length;

describe.each(DOCUMENTED_LISTS.map(({ path }) => path))('%s', (path) => {
  it.each(['%20', '%20%20%09', '%C2%A0'])('looks for nothing when asked for blanks (%s)', async (blanks) => {
    // Without a search box the parameter itself is unknown to some lists; none may fail.
    const all = await caller.get<{ meta: { total: number } } | undefined>(addressOf(path));
    const blank = await caller.get<{ meta: { total: number } } | undefined>(`${addressOf(path)}?q=${blanks}`);
    expect([blank.status, all.status]).toEqual([200, 200]);
    // the log grows by what is asked of it
    if (path.includes('activity-log')) return;
    expect(blank.body?.meta.total).toEqual(all.body?.meta.total);
    if (path.endsWith('/export')) expect(rowsOf(blank.text)).toBe(rowsOf(all.text));
  });
});

/** Tables of some dozens of rows, or of the notices of one person: sorting them is nothing. */
const SMALL =
  /\/(regions|tariffs|users|pay-points|penalty-policies|waiver-programmes|notices|banks|drawers)$/;

interface Plan {
  readonly 'Node Type': string;
  readonly Plans?: readonly Plan[];
}

function nodes(plan: Plan): string[] {
  return [plan['Node Type'], ...(plan.Plans ?? []).flatMap(nodes)];
}

describe.each(
  DOCUMENTED_LISTS.map(({ path }) => path).filter((path) => !SMALL.test(path) && !path.endsWith('/export')),
)('the first page of %s', (path) => {
  it('comes from an index, without sorting the table', async () => {
    const asked: { sql: string; values: readonly unknown[] }[] = [];
    const database = app.get(Database);
    const list = database.list.bind(database);
    const spy = jest.spyOn(database, 'list').mockImplementation((sql, values = []) => {
      asked.push({ sql, values });
      return list(sql, values);
    });
    expect((await caller.get(addressOf(path))).status).toBe(200);
    spy.mockRestore();
    const page = asked.find(({ sql }) => / LIMIT \d+ OFFSET 0/.test(sql));
    if (page === undefined) throw new Error('no page was asked for');
    // A page cut by keys first: the cut is what must not sort.
    const sql = /ARRAY\((SELECT .* LIMIT \d+ OFFSET 0)\)/s.exec(page.sql)?.[1] ?? page.sql;
    const plan = await app.database.transaction(async (client) => {
      await client.query('SET LOCAL enable_sort = off');
      const explained = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `EXPLAIN (FORMAT JSON) ${sql}`,
        [...page.values],
      );
      return explained.rows[0]?.['QUERY PLAN'][0].Plan;
    });
    expect(plan === undefined ? ['nothing'] : nodes(plan)).not.toContain('Sort');
  });
});

describe('indexes', () => {
  it.each(['meter', 'tagihan', 'meter_reading', 'pembayaran', 'saldo_pelanggan', 'riwayat_pelanggan'])(
    '%s finds everything of one customer',
    async (table) => {
      const indexes = await app.database.query<{ indexdef: string }>(
        `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = $1`,
        [table],
      );
      const whole = indexes.filter(
        ({ indexdef }) => /\(customer_id\b/.test(indexdef) && !indexdef.includes(' WHERE '),
      );
      expect(whole).not.toEqual([]);
    },
  );
});

const DATES = DOCUMENTED_OPERATIONS.flatMap(({ path, method, parameters }) =>
  parameters
    .filter(({ schema }) => schema?.format === 'date')
    .map(({ name, in: place }) => ({ path, method, name, place, others: parameters })),
);

describe('days that do not exist', () => {
  it('are looked for in every date parameter', () => {
    expect(DATES.length).toBeGreaterThan(15);
  });

  it.each(DATES.map((one) => [`${one.method} ${one.path} ${one.name}`, one] as const))(
    '%s',
    async (_, one) => {
      expect(one.place).toBe('query');
      const rest = one.others
        .filter(({ name, schema }) => schema?.format === 'date' && name !== one.name)
        .map(({ name }) => `&${name}=2026-01-31`)
        // What must be there as well, so that the day is all that is wrong.
        .concat(
          one.others
            .filter(({ required, schema }) => required === true && schema?.format !== 'date')
            .map(({ name }) => `&${name}=1`),
        )
        .join('');
      for (const day of [
        '2026-02-30',
        '2026-02-29',
        '2026-04-31',
        '2026-13-01',
        '0000-01-01',
        '2026-1-1',
        'kemarin',
      ]) {
        const answer = await caller.call<{ code: string; errors: { pointer: string }[] }>(
          one.method,
          `${addressOf(one.path)}?${one.name}=${day}${rest}`,
        );
        expect([day, answer.status, answer.body.code]).toEqual([day, 400, 'request.invalid']);
        expect(answer.body.errors.map(({ pointer }) => pointer)).toEqual([`?${one.name}`]);
      }
      expect(
        (await caller.call(one.method, `${addressOf(one.path)}?${one.name}=2024-02-29${rest}`)).status,
      ).not.toBe(400);
    },
  );
});

describe('numbers no column can hold', () => {
  const numbers = DOCUMENTED_LISTS.flatMap(({ path, parameters }) =>
    parameters
      .filter(
        ({ in: place, name, schema }) =>
          place === 'query' && schema?.type === 'integer' && !['page', 'page_size'].includes(name),
      )
      .map(({ name }) => [path, name] as const),
  );
  it.each(numbers)('%s ?%s matches nothing', async (path, name) => {
    expect((await caller.get(`${addressOf(path)}?${name}=999999999999999`)).status).toBe(200);
  });
});

describe('a fault of ours', () => {
  it('is answered as one, never as "try again", and rings for those who look after the system, once an hour', async () => {
    const database = app.get(Database);
    const list = database.list.bind(database);
    const fail = async () => {
      // A statement with a parameter too many: SQLSTATE 08P01, of the class of lost connections.
      const spy = jest.spyOn(database, 'list').mockImplementation(() => list('SELECT 1', ['surplus']));
      const answer = await caller.get<{ code: string }>('/regions');
      spy.mockRestore();
      return answer;
    };
    for (let time = 0; time < 3; time += 1) {
      const answer = await fail();
      expect([answer.status, answer.body.code, answer.headers.get('retry-after')]).toEqual([
        500,
        'internal.error',
        null,
      ]);
      expect(answer.text).not.toMatch(/bind message|surplus|SELECT/);
    }
    await eventually(
      () => app.database.query("SELECT FROM outbox WHERE topic = 'fault.happened'"),
      (told) => told.length > 0,
    );
    await app.deliverEvents();
    const { data } = (await (await app.as('it')).get<{ data: { kind: string; body: string }[] }>('/notices'))
      .body;
    expect(data.filter(({ kind }) => kind === 'fault.happened').map(({ body }) => body)).toEqual([
      expect.stringMatching(/^GET \/api\/v1\/regions gagal \(08P01\)/) as string,
    ]);
    expect((await (await app.as('manajer')).get<{ data: unknown[] }>('/notices')).body.data).toEqual([]);
  });
});
