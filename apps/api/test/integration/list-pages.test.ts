import { ExportDoor } from '../../src/modules/outward/reporting/export-files/export-door';
import { Database } from '../../src/platform/database';
import { eventually, testApp, type HttpCaller } from '../support';

/* How far a list goes, how it goes on, and what is refused with the reason. */

const app = testApp({ jobs: false });
let caller: HttpCaller;

interface Page {
  readonly data: { id: number; name: string }[];
  readonly meta: Record<string, unknown> & { next?: string; previous?: string; total: number };
}

interface Refusal {
  readonly code: string;
  readonly errors: { pointer: string; code: string; message: string }[];
}

beforeAll(async () => {
  caller = await app.as('super');
  for (let index = 0; index < 7; index += 1) await app.make.customer({ name: `Orang ${String(index % 2)}` });
});

const page = async (query: string) => (await caller.get<Page>(`/customers?${query}`)).body;
const idsOf = ({ data }: Page) => data.map(({ id }) => id);

async function refusal(address: string): Promise<Refusal['errors'][0]> {
  const answer = await caller.get<Refusal>(address);
  expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
  const [error] = answer.body.errors;
  if (error === undefined) throw new Error('no reason was given');
  return error;
}

/** Whole words of one customer's name, more often than a page may reach. */
async function manyCustomers(): Promise<void> {
  await app.database.transaction(async (client) => {
    await client.query(
      `INSERT INTO pelanggan (customer_number, name, address, region_id, route_id, tariff_id, state, registered_at)
       SELECT lpad((800000000000 + n)::text, 12, '0'), 'Banyak', 'Jalan', p.region_id, p.route_id, p.tariff_id, 'CALON', p.registered_at
       FROM (SELECT * FROM pelanggan ORDER BY id LIMIT 1) p, generate_series(1, 10001) n`,
    );
  });
}

describe('the screens', () => {
  it.each(['list', 'screen', 'report', 'export'] as const)(
    'by the pool "%s" take one core, bounded memory and a bounded piece of the disk',
    async (pool) => {
      const { rows } = await app
        .get(Database)
        .pool(pool)
        .query(
          `SELECT current_setting('max_parallel_workers_per_gather') AS workers, current_setting('work_mem') AS memory,
             current_setting('temp_file_limit') AS disk`,
        );
      expect(rows).toEqual([{ workers: '0', memory: '16MB', disk: '2GB' }]);
    },
  );
});

describe('going on from a row', () => {
  it.each(['customer_number', '-customer_number', 'name', '-name', 'created_at'])(
    'by %s meets every row once, forwards and backwards',
    async (sort) => {
      const all = idsOf(await page(`sort=${sort}&page_size=100`));
      expect(all.length).toBeGreaterThanOrEqual(7);
      const there: number[] = [];
      let at = await page(`sort=${sort}&page_size=2`);
      for (;;) {
        there.push(...idsOf(at));
        if (at.meta.next === undefined) break;
        at = await page(`sort=${sort}&page_size=2&after=${at.meta.next}`);
      }
      expect(there).toEqual(all);
      const back = idsOf(at);
      while (at.meta.previous !== undefined) {
        at = await page(`sort=${sort}&page_size=2&before=${at.meta.previous}`);
        back.unshift(...idsOf(at));
      }
      expect(back).toEqual(all);
      // The same from the end, whatever is in front of it.
      at = await page(`sort=${sort}&page_size=2&before=end`);
      expect([idsOf(at), at.meta.next]).toEqual([all.slice(-2), undefined]);
      const fromEnd = idsOf(at);
      while (at.meta.previous !== undefined) {
        at = await page(`sort=${sort}&page_size=2&before=${at.meta.previous}`);
        fromEnd.unshift(...idsOf(at));
      }
      expect(fromEnd).toEqual(all);
    },
  );

  it.each([
    ['after', 'nonsense'],
    ['before', 'W10'],
    ['after', Buffer.from('["ORDER BY p.id ASC",1]').toString('base64url')],
  ])('%s=%s is no place', async (name, cursor) => {
    expect(await refusal(`/customers?${name}=${cursor}`)).toMatchObject({
      pointer: `?${name}`,
      code: 'not_a_cursor',
    });
  });

  it.each([
    ['customer_number', ['x', 'y']],
    ['customer_number', ['010203000046', '99999999999999999999']],
    ['created_at', ['yesterday or so', '1']],
    ['created_at', ['2026-13-45', '1']],
    ['-name', ['\ud800', '1.5']],
  ])('by %s from %j, written by hand, is refused and rings no alarm', async (sort, values) => {
    const { next = '' } = (await page(`sort=${sort}&page_size=2`)).meta;
    const [order] = JSON.parse(Buffer.from(next, 'base64url').toString()) as string[];
    const made = Buffer.from(JSON.stringify([order, ...values])).toString('base64url');
    for (const name of ['after', 'before'])
      expect(await refusal(`/customers?sort=${sort}&page_size=2&${name}=${made}`)).toMatchObject({
        pointer: `?${name}`,
        code: 'not_a_cursor',
      });
    expect(await app.database.query("SELECT FROM outbox WHERE topic = 'fault.happened'")).toEqual([]);
  });

  it('takes no place of another order, and none beside a page', async () => {
    const { next = '' } = (await page('sort=name&page_size=2')).meta;
    expect(next).not.toBe('');
    expect((await refusal(`/customers?sort=customer_number&after=${next}`)).code).toBe('not_a_cursor');
    expect((await refusal(`/customers?sort=name&page=2&after=${next}`)).code).toBe('not_a_cursor');
  });
});

describe('more rows than a page may reach', () => {
  beforeAll(manyCustomers);

  it('are counted up to there and it is said, or all of them when asked', async () => {
    expect((await page('state=CALON&totals=true')).meta).toMatchObject({ total: 10_000, total_capped: true });
    expect((await page('state=CALON&totals=true')).meta.totals).toBeUndefined();
    const exact = (await page('state=CALON&totals=true&count=exact')).meta;
    expect(exact).toMatchObject({ total: 10_001, totals: { open_bills: 0 } });
    expect(exact.total_capped).toBeUndefined();
    expect((await refusal('/customers?count=roughly')).pointer).toBe('?count');
  });

  it('end with the page that reaches there', async () => {
    expect((await page('page=100&page_size=100')).data).toHaveLength(100);
    const { code, message } = await refusal('/customers?page=101&page_size=100');
    expect(code).toBe('too_deep');
    expect(message).toContain('10000');
  });

  it('are sorted by what an index keeps in order, and by two keys only when there are fewer', async () => {
    expect((await page('sort=-name&page_size=1')).data).toHaveLength(1);
    expect((await refusal('/customers?sort=state,name')).code).toBe('too_many_rows');
    expect((await page('state=AKTIF&sort=state,name')).data.length).toBeGreaterThanOrEqual(7);
  });
});

it('wants two letters, and says so', async () => {
  expect(await refusal('/customers?q=b')).toMatchObject({ pointer: '?q', code: 'too_short' });
  expect((await caller.get('/customers?q=or')).status).toBe(200);
});

it('a list that takes too long is told to narrow itself', async () => {
  const database = app.get(Database);
  const list = database.list.bind(database);
  const spy = jest.spyOn(database, 'list').mockImplementation(() =>
    // What PostgreSQL says of a statement that took longer than its pool allows.
    list(
      "DO $$ BEGIN RAISE EXCEPTION 'canceling statement due to statement timeout' USING ERRCODE = '57014'; END $$",
    ),
  );
  const answer = await caller.get<{ code: string }>('/customers');
  spy.mockRestore();
  expect([answer.status, answer.body.code]).toEqual([422, 'list.too_broad']);
});

it('admits two reports of one person, one after the other, and tells a third to wait', async () => {
  const database = app.get(Database);
  const report = database.report.bind(database);
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const spy = jest.spyOn(database, 'report').mockImplementation(async (sql, values) => {
    await gate;
    return report(sql, values);
  });
  const [{ key, parameters }] = (
    await caller.get<[{ key: string; parameters: { name: string; kind: string; optional: boolean }[] }]>(
      '/reports',
    )
  ).body;
  const query = parameters
    .filter(({ optional }) => !optional)
    .map(({ name, kind }) => `${name}=${kind === 'DATE' ? '2026-01-05' : '2026-01'}`);
  const address = `/reports/${key}?${query.join('&')}`;
  const three = Array.from({ length: 3 }, () => caller.get<{ code: string }>(address));
  const refused = await Promise.race(
    three.map(async (one) => {
      const answer = await one;
      return answer;
    }),
  );
  expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
    429,
    'report.busy',
    '5',
  ]);
  open();
  const statuses = (await Promise.all(three)).map(({ status }) => status).sort();
  spy.mockRestore();
  expect(statuses).toEqual([200, 200, 429]);
  expect((await caller.get(address)).status).toBe(200);
});

describe('one person never takes the connections of all', () => {
  /** Longer than anybody waits for a connection. */
  const LONG = 'SELECT pg_sleep(4)';
  const statusesOf = async (answers: readonly Promise<{ status: number }>[]) =>
    (await Promise.all(answers)).map(({ status }) => status).sort();

  it('who has twenty lists counted exactly has one of them, the others are told soon and never worked out; somebody else has theirs at once', async () => {
    const database = app.get(Database);
    const report = database.report.bind(database);
    let worked = 0;
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const spy = jest.spyOn(database, 'report').mockImplementation(async (sql, values) => {
      if (!String(values).includes('twenty')) return report(sql, values);
      worked += 1;
      const client = await database.pool('report').connect();
      await gate;
      client.release();
      return report(sql, values);
    });
    const answers: number[] = [];
    const twenty = Array.from({ length: 20 }, async () => {
      answers.push((await caller.get('/customers?count=exact&q=twenty')).status);
    });
    const another = await app.as('manajer');
    const counted = await another.get<Page>('/customers?count=exact');
    expect([counted.status, counted.body.meta.total_capped]).toEqual([200, undefined]);
    await eventually(
      () => answers.length,
      (told) => told === 19,
    );
    open();
    await Promise.all(twenty);
    expect(answers).toEqual([...Array<number>(19).fill(429), 200]);
    expect((await caller.get('/customers?count=exact&q=twenty')).status).toBe(200);
    expect(worked).toBe(2);
    spy.mockRestore();
  });

  it('who has a file written in the background has both places on the screen while its rows are counted', async () => {
    const database = app.get(Database);
    const report = database.report.bind(database);
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    let begun = false;
    const spy = jest.spyOn(database, 'report').mockImplementation(async (sql, values) => {
      if (String(values).includes('background')) {
        begun = true;
        await gate;
      }
      return report(sql, values);
    });
    const { id } = await app.database.one<{ id: number }>(
      "SELECT id::int FROM pengguna WHERE username = 'super'",
    );
    const counted = app
      .get(ExportDoor)
      .count('/api/v1/customers/export?q=background', { personId: id, language: 'id' });
    await eventually(
      () => begun,
      (under) => under,
    );
    const two = Array.from({ length: 2 }, () => caller.get('/customers?count=exact'));
    expect(await statusesOf(two)).toEqual([200, 200]);
    open();
    expect(await counted).toBe(0);
    spy.mockRestore();
  });

  it('who downloads two lists, beside a file in the background, leaves a connection to somebody else', async () => {
    const database = app.get(Database);
    const connection = database.connection.bind(database);
    const pool = database.pool('export');
    const another = await app.as('manajer');
    // As whatever is written in the background has it.
    const background = await connection('export');
    const reads = jest.spyOn(database, 'connection').mockImplementation(async (name) => {
      const client = await connection(name);
      await client.query(LONG);
      return client;
    });
    try {
      const two = ['/regions/export', '/tariffs/export'].map((path) => caller.get(path));
      await eventually(
        () => pool.totalCount - pool.idleCount + pool.waitingCount,
        (taken) => taken === 3,
      );
      reads.mockRestore();
      expect((await another.get('/regions/export')).status).toBe(200);
      expect(await statusesOf(two)).toEqual([200, 200]);
    } finally {
      background.release();
      reads.mockRestore();
    }
  });

  it('and is told to narrow a list that takes too long, not to try it again in a moment', async () => {
    const database = app.get(Database);
    const connection = database.connection.bind(database);
    const reads = jest.spyOn(database, 'connection').mockImplementation(async (name) => {
      const client = await connection(name);
      await client.query('SET statement_timeout = 1');
      return client;
    });
    const answer = await caller.get<{ code: string }>('/customers/export?sort=-name');
    reads.mockRestore();
    expect([answer.status, answer.body.code]).toEqual([422, 'list.too_broad']);
  });
});
