import { buildCustomerNumber, isCustomerNumber } from '@tirtapay/domain';
import { randomBytes } from 'node:crypto';
import type { PublicInquiryDto } from '../../src/modules/outward/public-site/public.dto';
import { ForgetNumbers } from '../../src/modules/outward/public-site/guessing/forget-numbers';
import { ApiProcess } from '../faults/api-process';
import { HttpCaller, testApp, type Answer, type TestRegion } from '../support';
import { LONG } from '../support/long-run';
import { PUBLIC_OPERATIONS } from '../support/public-operations';
import { statementsOf } from '../support/statements-of';

/* Somebody counts upwards through the customer numbers, from many networks and at many replicas at once. */

const environment = {
  DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
  JWT_KEYS: `k:${randomBytes(32).toString('base64')}`,
  INQUIRY_KEY: randomBytes(32).toString('base64'),
  TRUSTED_PROXY_CIDRS: '127.0.0.0/8',
};
const START = new Date().toISOString();
/** One replica here, the other a process of its own; they share nothing but the database. */
const app = testApp({ jobs: false, start: START, environment });
let other: ApiProcess;

beforeAll(async () => {
  await app.make.penaltyPolicy();
  other = await ApiProcess.create({
    NODE_ENV: 'test',
    DATABASE_URL: app.database.appUrl,
    TIRTAPAY_JOBS: '0',
    ...environment,
  });
  await other.start();
});
afterAll(() => other.end('SIGTERM'));
beforeEach(async () => {
  app.clock.set(START);
  for (const table of ['rate_limit', 'nomor_ditanya', 'nomor_dikenal'])
    await app.database.query(`DELETE FROM ${table}`);
});

const NETWORKS = 240;
/** Of whom at most thirty are shown: they are told apart by half as many as well. */
const GUESSES = LONG ? 600 : 300;
/** Customers of a street. */
const HOUSES = 600;
/** Of those who guess while a household asks: a street is watched after six. */
const FEWER_GUESSES = 300;
const AT_ONCE = 24;

const network = (index: number) => `198.18.${String(index % NETWORKS)}.${String(1 + (index % 250))}`;
const code = (answer: Answer) => (answer.body as { code?: string }).code;
/** How the factory numbers its meters. */
const digitsOf = (number: string) => number.slice(-4);

function inquire(
  number: string,
  ip: string,
  digits?: string,
  url = app.url,
): Promise<Answer<PublicInquiryDto>> {
  return new HttpCaller(url).post<PublicInquiryDto>(
    '/public/inquiries',
    { customer_number: number, ...(digits !== undefined && { meter_digits: digits }) },
    { headers: { 'x-forwarded-for': ip } },
  );
}

/** A street of numbers that follow each other; one in so many belongs to somebody, as the factory makes them. */
async function street(
  oneIn: number,
  guesses = HOUSES,
): Promise<{ region: TestRegion; numbers: string[]; owned: string[] }> {
  const region = await app.make.region();
  const tariff = await app.make.tariff();
  const numbers = consecutive(region, guesses);
  const owned = numbers.filter((_, index) => index % oneIn === 0);
  await app.database.query(
    `INSERT INTO pelanggan (customer_number, name, address, phone, region_id, route_id, tariff_id, state, registered_at, activated_at)
     SELECT n, 'Rina Kurnia', 'Jl. Ahmad Yani No. 12', '081234567890', $2, $3, $4, 'AKTIF', $5, $5 FROM unnest($1::text[]) AS n`,
    [owned, region.id, region.route.id, tariff.id, app.clock.date()],
  );
  await app.database.query(
    `INSERT INTO meter (customer_id, serial, digits, size_mm, installed_on, installed_stand)
     SELECT id, 'MTR-' || customer_number, 5, 15, '2023-01-02', 0 FROM pelanggan WHERE route_id = $1`,
    [region.route.id],
  );
  await app.database.query('UPDATE rute SET last_sequence = $2 WHERE id = $1', [region.route.id, guesses]);
  return { region, owned, numbers };
}

const consecutive = (region: TestRegion, count: number, from = 1) =>
  Array.from({ length: count }, (_, index) =>
    buildCustomerNumber({ region: region.code, route: region.route.code, sequence: from + index }),
  );

/** Asks for all of them from every network in turn, at both replicas, many at a time. */
async function enumerate(numbers: readonly string[]): Promise<Answer<PublicInquiryDto>[]> {
  const answers: Answer<PublicInquiryDto>[] = [];
  for (let begin = 0; begin < numbers.length; begin += AT_ONCE)
    answers.push(
      ...(await Promise.all(
        numbers
          .slice(begin, begin + AT_ONCE)
          .map((number, index) =>
            inquire(number, network(begin + index), undefined, index % 2 === 0 ? app.url : other.url),
          ),
      )),
    );
  return answers;
}

const shown = (answers: readonly Answer[]) => answers.filter((answer) => answer.status === 200).length;

/** Numbers nobody has, until that street is watched. @returns a number of it nobody asked for yet */
async function watched(region: TestRegion): Promise<string> {
  const unknown = consecutive(region, 7, 90_000);
  for (const [index, number] of unknown.slice(0, 6).entries())
    expect((await inquire(number, network(index))).status).toBe(404);
  return unknown[6] ?? '';
}

describe(`${String(GUESSES)} numbers in a row from 240 networks`, () => {
  it.each([
    ['that all belong to somebody', 1, 1],
    // Of the first two dozen at once six miss before the rest is judged: it may be that not even one is shown.
    ['of which one in ten belongs to somebody', 10, 0],
  ])('%s: at most 30 show a bill', async (_, oneIn, least) => {
    const { numbers } = await street(oneIn, GUESSES);
    const answers = await enumerate(numbers);
    expect(shown(answers)).toBeLessThanOrEqual(30);
    expect(shown(answers)).toBeGreaterThanOrEqual(least);
    const refused = answers.filter((answer) => answer.status === 401);
    expect(refused.length).toBeGreaterThan(GUESSES - 60);
    expect(new Set(refused.map(code))).toEqual(new Set(['public.second_factor_required']));
    expect(answers.filter((answer) => ![200, 401, 404].includes(answer.status))).toEqual([]);
  });

  it('leave a household in peace that asked before: its ten inquiries always work', async () => {
    const { numbers, owned } = await street(10, FEWER_GUESSES);
    const home = owned[20] ?? '';
    const statuses = [(await inquire(home, '203.0.113.7')).status];
    const [answers] = await Promise.all([
      enumerate(numbers),
      (async () => {
        for (let round = 0; round < 6; round += 1) statuses.push((await inquire(home, '203.0.113.7')).status);
      })(),
    ]);
    for (let round = 0; round < 3; round += 1)
      statuses.push((await inquire(home, '203.0.113.7', undefined, other.url)).status);
    expect(statuses).toEqual(Array(10).fill(200));
    expect(shown(answers)).toBeLessThanOrEqual(30);
  });

  it('do not lock out a household that comes for the first time: the meter opens its bills, from then on without it', async () => {
    const { numbers, owned } = await street(10, FEWER_GUESSES);
    await enumerate(numbers);
    const home = owned[25] ?? '';
    const first = await inquire(home, '203.0.113.8');
    expect([first.status, code(first)]).toEqual([401, 'public.second_factor_required']);
    const statuses = [(await inquire(home, '203.0.113.8', digitsOf(home))).status];
    for (let round = 0; round < 9; round += 1)
      statuses.push((await inquire(home, '203.0.113.8', undefined, round % 2 ? app.url : other.url)).status);
    expect(statuses).toEqual(Array(10).fill(200));
    // For anybody else nothing has changed.
    expect((await inquire(home, '203.0.113.9')).status).toBe(401);
  });
});

describe('a carrier’s address that fifty thousand people share, on the day bills are due', () => {
  const CARRIER = '100.64.7.9';
  const day = 86_400_000;

  it('shows everybody their bill while somebody behind it counts upwards, who is held and reported', async () => {
    const quarters = await Promise.all(Array.from({ length: 8 }, () => app.make.region()));
    const customers: string[] = [];
    for (let index = 0; index < 96; index += 1)
      customers.push(
        (await app.make.customer({ region: quarters[index % 8] as TestRegion })).customer_number,
      );
    // Half of them were here last month, from the same range of addresses. The other replica's clock is the wall's.
    app.clock.advance(-30 * day);
    for (const [index, number] of customers.slice(0, 48).entries())
      expect((await inquire(number, `100.64.7.${String(1 + (index % 20))}`)).status).toBe(200);
    app.clock.set(new Date().toISOString());
    const { numbers, region } = await street(1);
    const guessed: Answer[] = [];
    const seen: number[] = [];
    for (let index = 0; index < customers.length; index += 12) {
      const crowd = customers.slice(index, index + 12);
      const [answers, guesses] = await Promise.all([
        Promise.all(
          crowd.map(async (number, place) => {
            const url = place % 2 ? app.url : other.url;
            const once = await inquire(number, CARRIER, undefined, url);
            const again = await inquire(number, CARRIER, undefined, url);
            const link = await new HttpCaller(url).get(`/public/inquiries/${once.body.token}`, {
              headers: { 'x-forwarded-for': CARRIER },
            });
            return [once.status, again.status, link.status];
          }),
        ),
        Promise.all(numbers.slice(index, index + 12).map((number) => inquire(number, CARRIER))),
      ]);
      seen.push(...answers.flat());
      guessed.push(...guesses);
    }
    expect(seen).toEqual(Array(3 * customers.length).fill(200));
    expect(guessed.filter((answer) => answer.status === 401).length).toBeGreaterThanOrEqual(96 - 25);
    // Those who come at once count each other and may leave a few places free: one by one the guesser takes them.
    for (const number of numbers.slice(96)) {
      const answer = await inquire(number, CARRIER);
      guessed.push(answer);
      if (answer.status === 401) break;
    }
    expect(shown(guessed)).toBeLessThanOrEqual(25);
    const trail = await app.database.query<{ prefix: string }>(
      "SELECT after ->> 'prefix' AS prefix FROM log_aktivitas WHERE action = 'security.enumeration' ORDER BY id DESC LIMIT 1",
    );
    expect(trail).toEqual([{ prefix: (numbers[0] ?? '').slice(0, 8) }]);
    // Somebody of that very street who comes for the first time is asked for the meter, and served.
    const home = consecutive(region, 1, 300)[0] ?? '';
    expect((await inquire(home, CARRIER)).status).toBe(401);
    expect((await inquire(home, CARRIER, digitsOf(home))).status).toBe(200);
  });

  it('does not let a neighbour read along a street that was opened from it before', async () => {
    const { owned } = await street(10);
    await app.database.query('DELETE FROM nomor_ditanya');
    for (const number of owned.slice(0, 45)) {
      await app.database.query('DELETE FROM nomor_ditanya');
      expect((await inquire(number, CARRIER)).status).toBe(200);
    }
    await app.database.query('DELETE FROM nomor_ditanya');
    const statuses: number[] = [];
    for (const number of owned.slice(0, 45)) statuses.push((await inquire(number, CARRIER)).status);
    expect(statuses).toEqual([...Array<number>(40).fill(200), ...Array<number>(5).fill(401)]);
  });
});

describe('a household on a quiet day', () => {
  it('asks ten times, for ten numbers of the family, and is asked for nothing', async () => {
    const region = await app.make.region();
    for (let index = 0; index < 10; index += 1) {
      const { customer_number: number } = await app.make.customer({ region });
      expect((await inquire(number, '203.0.113.7')).status).toBe(200);
      expect((await inquire(number, '203.0.113.7')).status).toBe(200);
    }
  });

  it('types digits nobody asked for: they are not even read, so that nothing is learnt from them', async () => {
    const { customer_number: number } = await app.make.customer({ region: await app.make.region() });
    const texts = await statementsOf(app, async () => {
      expect((await inquire(number, '203.0.113.7', '0000')).status).toBe(200);
    });
    expect(texts.filter((text) => text.includes('serial'))).toEqual([]);
  });

  it('a mistyped number is no miss: the check digit says so before anything is asked', async () => {
    const region = await app.make.region();
    const { customer_number: number } = await app.make.customer({ region });
    const mistyped = Array.from({ length: 10 }, (_, digit) => number.slice(0, -1) + String(digit)).filter(
      (text) => !isCustomerNumber(text),
    );
    for (const text of mistyped) expect((await inquire(text, '203.0.113.7')).status).toBe(404);
    expect((await inquire(number, '203.0.113.7')).status).toBe(200);
  });
});

describe('while numbers are guessed', () => {
  it('nobody learns who exists: the same answer after the same statements, without digits and with wrong ones', async () => {
    const region = await app.make.region();
    const nobody = await watched(region);
    const { customer_number: somebody } = await app.make.customer({ region });
    await app.database.query('UPDATE rute SET last_sequence = 90100 WHERE id = $1', [region.route.id]);
    const candidate = await app.make.customer({ region, state: 'CALON' });
    const near = await app.make.customer({ region });
    // One that is refused anyway rings the alarm; the others are compared.
    await inquire(nobody, '203.0.113.1');
    for (const digits of [undefined, '9999']) {
      const answers: unknown[] = [];
      const statements: unknown[] = [];
      for (const [index, number] of [nobody, candidate.customer_number, near.customer_number].entries())
        statements.push(
          await statementsOf(app, async () => {
            const answer = await inquire(number, `203.0.113.${String(index)}`, digits);
            const { request_id: _id, ...rest } = answer.body as unknown as Record<string, unknown>;
            answers.push({ status: answer.status, headers: [...answer.headers.keys()].sort(), rest });
          }),
        );
      expect(answers[0]).toMatchObject({ status: digits === undefined ? 401 : 403 });
      expect(answers).toEqual([answers[0], answers[0], answers[0]]);
      expect(statements).toEqual([statements[0], statements[0], statements[0]]);
    }
    // Far along the same road nobody is guessing: no misses, no refusal.
    expect((await inquire(somebody, '203.0.113.50')).status).toBe(200);
  });

  it('wrong digits are counted for the number and the line they came from, so that nobody locks a neighbour out', async () => {
    const region = await app.make.region();
    await watched(region);
    await app.database.query('UPDATE rute SET last_sequence = 90200 WHERE id = $1', [region.route.id]);
    const { customer_number: home } = await app.make.customer({ region });
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1)
      statuses.push((await inquire(home, '198.51.100.5', '9999')).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    const locked = await inquire(home, '198.51.100.5', digitsOf(home));
    expect([locked.status, code(locked)]).toEqual([429, 'public.second_factor_locked']);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(3_500);
    expect((await inquire(home, '203.0.113.7', digitsOf(home))).status).toBe(200);
  });

  it('judges at most five of many guesses at once, at both replicas together', async () => {
    const region = await app.make.region();
    const nobody = await watched(region);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        inquire(nobody, '198.51.100.6', String(index).padStart(4, '0'), index % 2 ? app.url : other.url),
      ),
    );
    expect(answers.filter((answer) => answer.status === 403)).toHaveLength(5);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(15);
  });

  it('forty wrong digits a day close the number for those who were never there, whoever types them', async () => {
    const region = await app.make.region();
    await watched(region);
    await app.database.query('UPDATE rute SET last_sequence = 90300 WHERE id = $1', [region.route.id]);
    const { customer_number: home } = await app.make.customer({ region });
    await inquire(home, '203.0.113.7', digitsOf(home));
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 41; attempt += 1)
      statuses.push((await inquire(home, `198.51.100.${String(Math.floor(attempt / 4))}`, '9999')).status);
    expect(statuses).toEqual([...Array<number>(40).fill(403), 429]);
    expect((await inquire(home, '203.0.113.7')).status).toBe(200);
  });

  it('a hundred misses far apart make the whole page ask, but not those of a single network', async () => {
    const [far, quiet] = [await app.make.region(), await app.make.region()];
    const home = (await app.make.customer({ region: quiet })).customer_number;
    const spread = Array.from({ length: 110 }, (_, index) => consecutive(far, 1, 500 + index * 600)[0] ?? '');
    // One network is asked alone after ten, and its tries trouble nobody else.
    for (const [index, number] of spread.slice(0, 20).entries())
      expect((await inquire(number, `192.0.2.${String(index)}`)).status).toBe(index < 10 ? 404 : 401);
    expect((await inquire(home, '192.0.2.200')).status).toBe(401);
    expect((await inquire(home, '203.0.113.7')).status).toBe(200);
    for (const [index, number] of spread.slice(20).entries()) await inquire(number, network(index));
    expect((await inquire(home, '203.0.113.8')).status).toBe(401);
    expect((await inquire(home, '203.0.113.7')).status).toBe(200);
    app.clock.advance(10 * 60_000);
    expect((await inquire(home, '203.0.113.8')).status).toBe(200);
  });

  it('staff are told once, with figures: in the trail and at the bell', async () => {
    const region = await app.make.region();
    const nobody = await watched(region);
    const since = await app.database.one<{ id: number }>(
      'SELECT coalesce(max(id), 0)::int AS id FROM log_aktivitas',
    );
    await Promise.all(Array.from({ length: 8 }, (_, index) => inquire(nobody, network(100 + index))));
    const trail = await app.database.query<{ after: Record<string, unknown> }>(
      "SELECT after FROM log_aktivitas WHERE action = 'security.enumeration' AND id > $1",
      [since.id],
    );
    expect(trail).toEqual([
      {
        after: {
          prefix: nobody.slice(0, 8),
          minutes: 10,
          numbers: 6,
          misses: 6,
          networks: 6,
          numbers_nearby: 6,
          misses_nearby: 6,
        },
      },
    ]);
    await app.deliverEvents();
    for (const [who, told] of [
      ['manajer', true],
      ['super', true],
      ['petugas', false],
    ] as const) {
      const { body } = await (
        await app.as(who)
      ).get<{ data: { kind: string; title: string; body: string; link: string }[] }>('/notices');
      expect(body.data.filter(({ kind }) => kind === 'security.enumeration').length > 0).toBe(told);
      if (told)
        expect(body.data[0]).toMatchObject({
          title: 'Nomor pelanggan sedang ditebak',
          link: '/admin/activity?action=security.enumeration',
          body: expect.stringContaining(
            '6 nomor dicek dari 6 jaringan dalam 10 menit, 6 tidak ada',
          ) as string,
        });
    }
  });
});

/** Take a number and tell nothing by it: a bill of the link that was followed, and a note for whoever answers. */
const TELLING_NOTHING = ['openPublicDispute', 'askPublicQuestion'];

it('no other public operation takes a customer number', () => {
  const numbered = PUBLIC_OPERATIONS.filter(({ pathFields, queryFields, bodyFields }) =>
    [...pathFields, ...queryFields, ...bodyFields].some((name) =>
      /number|alias|customer|meter_serial/i.test(name),
    ),
  );
  expect(numbered.map(({ name }) => name)).toEqual(['inquirePublicBills', ...TELLING_NOTHING]);
});

it('what strangers asked for is forgotten: numbers after ten minutes, who knows whom after half a year', async () => {
  const { customer_number: number } = await app.make.customer();
  expect((await inquire(number, '203.0.113.7')).status).toBe(200);
  const kept = () =>
    app.database.one<{ asked: number; known: number }>(
      'SELECT (SELECT count(*)::int FROM nomor_ditanya) AS asked, (SELECT count(*)::int FROM nomor_dikenal) AS known',
    );
  expect(await kept()).toEqual({ asked: 1, known: 2 });
  app.clock.advance(10 * 60_000 + 1);
  await app.get(ForgetNumbers).forgetOld();
  expect(await kept()).toEqual({ asked: 0, known: 2 });
  app.clock.advance(180 * 86_400_000);
  await app.get(ForgetNumbers).forgetOld();
  expect(await kept()).toEqual({ asked: 0, known: 0 });
});
