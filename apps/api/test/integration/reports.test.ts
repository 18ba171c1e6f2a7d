import { figureLink } from '@tirtapay/contracts';
import { Client } from 'pg';
import { pagesOf } from '../../../../libs/documents/fixtures/pages-of';
import { sheetBody } from '../../src/modules/outward/reporting/reports/report-on-paper';
import { REPORTS } from '../../src/modules/outward/reporting/reports/reports';
import { WatchTieOut } from '../../src/modules/outward/reporting/reports/watch-tie-out.service';
import { KeepRollups } from '../../src/modules/outward/reporting/rollups/keep-rollups.service';
import { STAFF_PASSWORD, testApp, type HttpCaller } from '../support';
import { agreeOnTerms } from '../support/settlement-terms';
import { CounterDesk } from '../support/counter-desk';
import { insertOtherBill } from '../support/other-bill';
import { randomMonth } from '../support/random-month';
import { SandboxSupplier } from '../support/sandbox-supplier';
import { sultraFile } from '../support/sultra-file';

const app = testApp({ jobs: false });

interface Report {
  key: string;
  title: string;
  parameters: { name: string; kind: string; optional: boolean; choices: { value: string }[] }[];
  columns: { key: string; cell: string; link: string | null }[];
  rows: Record<string, string | number | null>[];
  row_count: number;
  totals: Record<string, number | null>;
  sides: { title: string; sql: string }[];
}

let manager: HttpCaller;
let customer: string;

beforeAll(async () => {
  manager = await app.as('manajer');
  await aDayAtTheCounter();
  await randomMonth(app, 20_260_115, 36);
  await app.get(KeepRollups).takeIn();
  // What came after the sums were taken in counts as well.
  await randomMonthTail();
  await sealedAndOpened();
  const paid = await app.database.one<{ number: string }>(
    "SELECT c.customer_number AS number FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id WHERE b.state = 'PAID' ORDER BY b.id DESC LIMIT 1",
  );
  customer = paid.number;
});

/** Who did not pay was closed off, and opened again. */
async function sealedAndOpened(): Promise<void> {
  const { id } = await app.make.customer();
  const office = await app.as('admin');
  for (const [state, version] of [
    ['SEGEL', 1],
    ['AKTIF', 2],
  ] as const) {
    const body = { state, version, reason: 'Tunggakan tiga bulan' };
    expect((await office.post(`/customers/${String(id)}/state`, body)).status).toBeLessThan(300);
  }
}

async function randomMonthTail(): Promise<void> {
  const late = await app.make.customer();
  await app.make.issuedBill({ customer: late, period: '2025-11', usage: 33 });
}

/** Two water bills of which one is taken back, a token, and Rp500 too little in the drawer. */
async function aDayAtTheCounter(): Promise<void> {
  const supplier = await SandboxSupplier.start(app);
  const desk = await CounterDesk.at(app);
  const { id } = (await desk.open()).body;
  const customers = [await app.make.customer(), await app.make.customer()];
  for (const one of customers) await app.make.issuedBill({ customer: one, period: '2025-11', usage: 20 });
  const water = await Promise.all(customers.map(({ customer_number: number }) => desk.water(number)));
  const sales = [
    { customer_name: 'Andi', meter_number: '12345678901', nominal: 10_000, service_code: 'PLN' },
  ];
  const sold = await desk.sell({ water, sales, cash_given: 1_000_000 });
  expect(sold.status).toBe(201);
  const reversed = await desk.caller.post(
    `/counter/payments/${String(sold.body.water[1]?.payment_id)}/reversal`,
    { reason: 'Salah nomor pelanggan', supervisor: { username: 'admin', password: STAFF_PASSWORD } },
  );
  expect(reversed.status).toBe(200);
  const [first] = water;
  const closed = await desk.close(id, 500_000 + (first?.amount ?? 0) + 11_500 - 500, 'Kurang lima ratus');
  expect(closed.body.state).toBe('CLOSED');
  await supplier.stop();
}

const DAYS = 'from=2026-01-01&to=2026-01-31';
const PERIODS = 'from=2025-09&to=2025-12';

/** Net of reversals: each payment of ours once. */
const STANDS = "p.kind <> 'REVERSAL' AND NOT EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id)";
const ledger = (account: string, sign: string, more = '') =>
  `(SELECT coalesce(sum(${sign}), 0)::bigint FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id WHERE l.account = '${account}' ${more})`;
const issuedOf = (account: string, period: string) =>
  `(SELECT coalesce(sum(l.credit - l.debit), 0)::bigint FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id JOIN tagihan b ON b.id = l.bill_id
    WHERE l.account = '${account}' AND j.entity_type = 'tagihan' AND b.period BETWEEN ${period})`;
const ONE = "'2025-11' AND '2025-11'";
const FOUR = "'2025-09' AND '2025-12'";
const CASH_LIKE = "('1110', '1130', '1140', '1150', '1160')";
const OPEN_PENALTY = ledger('1220', 'l.debit - l.credit');

interface Expectation {
  readonly query: string;
  /** What the totals are, asked in another way than the report does: of the ledger where the report reads bills, and the reverse. */
  readonly totals: string;
}

const EXPECTED: Readonly<Record<string, Expectation>> = {
  drd: {
    query: 'period=2025-11',
    totals: `SELECT ${issuedOf('4110', ONE)} AS water, ${issuedOf('4120', ONE)} AS fixed,
      ${issuedOf('4110', ONE)} + ${issuedOf('4120', ONE)} AS total,
      (SELECT sum(usage_m3)::bigint FROM meter_reading WHERE period = '2025-11') AS usage_m3`,
  },
  'drd-summary': {
    query: `by=REGION&${PERIODS}`,
    totals: `SELECT ${issuedOf('4110', FOUR)} AS water, ${issuedOf('4110', FOUR)} + ${issuedOf('4120', FOUR)} AS total,
      (SELECT count(*) FROM jurnal WHERE event = 'bill.issued') AS sheets`,
  },
  usage: {
    query: `by=CATEGORY&${PERIODS}`,
    totals: `SELECT (SELECT sum(usage_m3)::bigint FROM meter_reading) AS usage_m3, ${issuedOf('4110', FOUR)} AS water,
      round(${issuedOf('4110', FOUR)}::numeric / (SELECT sum(usage_m3) FROM meter_reading), 2)::float8 AS price`,
  },
  unread: {
    query: 'period=2026-01',
    totals: `SELECT sum(last.usage_m3)::bigint AS last_usage_m3 FROM pelanggan c JOIN (SELECT DISTINCT ON (customer_id) customer_id, usage_m3
        FROM meter_reading WHERE status = 'VERIFIED' AND period < '2026-01' ORDER BY customer_id, period DESC) last ON last.customer_id = c.id
      WHERE c.state = 'AKTIF' AND NOT EXISTS (SELECT FROM meter_reading r WHERE r.customer_id = c.id AND r.period = '2026-01')`,
  },
  unmeasured: {
    query: 'period=2025-12',
    totals:
      "SELECT coalesce(sum(usage_m3), 0)::bigint AS usage_m3 FROM meter_reading WHERE period = '2025-12' AND method <> 'ACTUAL'",
  },
  'customer-card': {
    query: 'customer=?',
    totals: `SELECT coalesce(sum(l.debit), 0)::bigint + (SELECT coalesce(sum(p.stamp_duty), 0) FROM pembayaran p
        JOIN pelanggan q ON q.id = p.customer_id WHERE q.customer_number = '?' AND ${STANDS})::bigint AS total
      FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id JOIN pelanggan c ON c.id = l.customer_id
      WHERE c.customer_number = '?' AND l.account IN ('1210', '1220') AND j.entity_type <> 'pembayaran'`,
  },
  lpp: {
    query: DAYS,
    totals: `SELECT ${ledger('1210', 'l.credit - l.debit', "AND j.entity_type = 'pembayaran'")} AS principal,
      ${ledger('1220', 'l.credit - l.debit', "AND j.entity_type = 'pembayaran'")} AS penalty,
      ${ledger('2130', 'l.credit - l.debit')} AS stamp_duty,
      (SELECT sum(admin_fee)::bigint FROM pembayaran p WHERE ${STANDS}) AS admin_fee,
      (SELECT sum(usage_m3)::bigint FROM tagihan WHERE state = 'PAID') AS usage_m3,
      (SELECT sum(water_amount)::bigint FROM tagihan WHERE state = 'PAID') AS water,
      (SELECT sum(fixed_amount)::bigint FROM tagihan WHERE state = 'PAID') AS fixed`,
  },
  'lpp-nonwater': { query: DAYS, totals: 'SELECT 0 AS total' },
  revenue: {
    query: `by=CHANNEL&${DAYS}`,
    totals: `SELECT (SELECT sum(amount + admin_fee)::bigint FROM pembayaran p WHERE ${STANDS}) AS total,
      (SELECT count(*) FROM tagihan WHERE state = 'PAID') AS sheets,
      (SELECT sum(water_amount)::bigint FROM tagihan WHERE state = 'PAID') AS water`,
  },
  payments: {
    query: DAYS,
    totals: `SELECT count(*) AS payments, sum(amount)::bigint AS amount FROM pembayaran p WHERE ${STANDS}`,
  },
  'payments-by-hour': {
    query: 'day=2026-01-15',
    totals: `SELECT count(*) AS payments, sum(amount)::bigint AS amount FROM pembayaran p WHERE ${STANDS} AND business_date = '2026-01-15'`,
  },
  'top-arrears': {
    query: '',
    totals: `SELECT sum(n)::bigint AS sheets, sum(owed)::bigint AS amount FROM (SELECT count(*) AS n, sum(principal + coalesce(amount, 0)) AS owed
      FROM tagihan b LEFT JOIN denda d ON d.bill_id = b.id WHERE state = 'ISSUED' AND due_date < '2026-01-15'
      GROUP BY customer_id ORDER BY owed DESC, customer_id LIMIT 20) s`,
  },
  // What is paid by a day is a state: nothing is added up; the last day is looked at below.
  'collection-pace': { query: 'period=2025-12', totals: 'SELECT NULL AS rate' },
  'breaks-by-age': {
    query: '',
    totals: "SELECT count(*) AS breaks FROM rekonsiliasi_detail WHERE state = 'OPEN'",
  },
  dsr: {
    query: '',
    totals: `SELECT ${ledger('1210', 'l.debit - l.credit')} AS principal, ${OPEN_PENALTY} AS penalty`,
  },
  arrears: {
    query: '',
    totals: `SELECT count(*) AS bills, count(DISTINCT customer_id) AS customers FROM tagihan WHERE state = 'ISSUED' AND due_date < '2026-01-15'`,
  },
  'arrears-by-sheets': {
    query: '',
    totals: `SELECT sum(n)::bigint AS bills, count(*) AS customers, sum(owed)::bigint AS principal FROM (SELECT count(*) AS n, sum(principal) AS owed
      FROM tagihan WHERE state = 'ISSUED' AND due_date < '2026-01-15' GROUP BY customer_id) s`,
  },
  efficiency: {
    query: PERIODS,
    totals: `SELECT ${issuedOf('4110', FOUR)} + ${issuedOf('4120', FOUR)} AS billed,
      ${ledger('1210', 'l.credit - l.debit', "AND j.entity_type = 'pembayaran'")} AS paid, ${ledger('1210', 'l.debit - l.credit')} AS open`,
  },
  penalties: {
    query: PERIODS,
    totals: `SELECT ${OPEN_PENALTY} AS owed, ${ledger('1220', 'l.credit - l.debit', "AND j.entity_type = 'pembayaran'")} AS paid,
      ${ledger('4190', 'l.debit - l.credit')} AS waived`,
  },
  'penalty-statistics': {
    query: `by=POLICY&${PERIODS}`,
    totals: `SELECT ${ledger('1220', 'l.debit', "AND j.entity_type <> 'pembayaran'")} AS charged, ${OPEN_PENALTY} AS owed,
      ${ledger('1220', 'l.credit - l.debit', "AND j.entity_type = 'pembayaran'")} AS paid, ${ledger('4190', 'l.debit - l.credit')} AS waived`,
  },
  'tie-out': {
    query: PERIODS,
    totals: `SELECT sum(principal)::bigint AS issued, coalesce(sum(principal) FILTER (WHERE state = 'PAID'), 0)::bigint AS paid,
      ${ledger('1210', 'l.debit - l.credit')} AS remaining, 0 AS difference FROM tagihan WHERE state IN ('ISSUED', 'PAID')`,
  },
  'trial-balance': {
    query: DAYS,
    totals: `SELECT coalesce(sum(debit) FILTER (WHERE j.business_date >= '2026-01-01'), 0)::bigint AS debit,
      coalesce(sum(credit) FILTER (WHERE j.business_date >= '2026-01-01'), 0)::bigint AS credit,
      (SELECT sum(greatest(b, 0))::bigint FROM (SELECT sum(debit - credit) AS b FROM jurnal_baris GROUP BY account) s) AS closing_debit,
      (SELECT sum(greatest(-b, 0))::bigint FROM (SELECT sum(debit - credit) AS b FROM jurnal_baris GROUP BY account) s) AS closing_credit
      FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id`,
  },
  journal: {
    query: DAYS,
    totals:
      "SELECT sum(debit)::bigint AS debit, sum(credit)::bigint AS credit FROM jurnal_baris WHERE journal_id IN (SELECT id FROM jurnal WHERE business_date >= '2026-01-01')",
  },
  ledger: {
    query: `account=1130&${DAYS}`,
    totals: `SELECT (SELECT sum(amount)::bigint FROM pembayaran p JOIN penerima i ON i.id = p.collector_id WHERE i.kind = 'BANK' AND p.kind = 'PAYMENT') AS debit,
      (SELECT sum(amount)::bigint FROM pembayaran p JOIN penerima i ON i.id = p.collector_id WHERE i.kind = 'BANK' AND p.kind = 'REVERSAL') AS credit`,
  },
  'cash-position': {
    query: DAYS,
    totals: `SELECT sum(debit - credit)::bigint AS closing, coalesce(sum(debit - credit) FILTER (WHERE j.business_date < '2026-01-01'), 0)::bigint AS opening
      FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id WHERE account IN ${CASH_LIKE}`,
  },
  reconciliation: {
    query: DAYS,
    totals:
      'SELECT coalesce(sum(our_amount), 0)::bigint AS our_amount, coalesce(sum(bank_amount), 0)::bigint AS bank_amount FROM rekonsiliasi',
  },
  'bank-fees': {
    query: DAYS,
    totals: `SELECT ${ledger('1130', 'l.debit - l.credit')} AS amount, (SELECT count(*) FROM pembayaran p WHERE ${STANDS} AND shift_id IS NULL) AS payments`,
  },
  'counter-receipts': {
    query: DAYS,
    totals: `SELECT sum(CASE kind WHEN 'REVERSAL' THEN -1 ELSE 1 END * (amount + admin_fee))::bigint AS net FROM pembayaran WHERE channel = 'CASH'`,
  },
  'counter-differences': {
    query: DAYS,
    totals: `SELECT ${ledger('5120', 'l.credit - l.debit')} AS difference, sum(closing_count)::bigint AS counted FROM shift_kas`,
  },
  'counter-pieces': { query: DAYS, totals: 'SELECT sum(closing_count)::bigint AS amount FROM shift_kas' },
  'counter-services': {
    query: DAYS,
    totals: `SELECT ${ledger('2150', 'l.credit', "AND j.event = 'sale.held'")} AS total`,
  },
  ppob: {
    query: `by=SERVICE&${DAYS}`,
    totals: `SELECT ${ledger('2150', 'l.credit', "AND j.event = 'sale.held'")} AS total, ${ledger('4220', 'l.credit - l.debit')} AS margin,
      ${ledger('4210', 'l.credit', "AND j.event = 'sale.delivered'")} AS fee, (SELECT count(*) FROM transactions) AS sales`,
  },
  readers: {
    query: PERIODS,
    totals: `SELECT count(*) AS readings, sum(usage_m3)::bigint AS usage_m3, count(*) FILTER (WHERE usage_m3 = 0) AS zero FROM meter_reading`,
  },
  'bill-register': {
    query: `part=PAID&${PERIODS}`,
    totals: `SELECT ${ledger('1210', 'l.credit - l.debit', "AND j.entity_type = 'pembayaran'")} AS total,
      (SELECT sum(usage_m3)::bigint FROM tagihan WHERE state = 'PAID') AS usage_m3`,
  },
  'penalty-register': {
    query: PERIODS,
    totals: `SELECT ${ledger('1220', 'l.debit', "AND j.entity_type <> 'pembayaran'")} AS charged, ${OPEN_PENALTY} AS owed,
      ${ledger('1220', 'l.credit - l.debit', "AND j.entity_type = 'pembayaran'")} AS paid, ${ledger('4190', 'l.debit - l.credit')} AS waived`,
  },
  'collection-list': {
    query: '',
    totals: `SELECT count(*) AS bills, sum(principal)::bigint AS principal FROM tagihan WHERE state = 'ISSUED' AND due_date < '2026-01-15'`,
  },
  connections: {
    query: DAYS,
    totals: `SELECT count(*) FILTER (WHERE action = 'customer.sealed') AS sealed, 1 AS opened, 0 AS ended FROM log_aktivitas`,
  },
  receivables: {
    query: `side=ISSUED&${PERIODS}`,
    totals: `SELECT ${issuedOf('4110', FOUR)} + ${issuedOf('4120', FOUR)} AS amount`,
  },
  'payment-register': {
    query: DAYS,
    totals: `SELECT sum(amount)::bigint AS amount, sum(admin_fee)::bigint AS admin_fee FROM pembayaran p WHERE ${STANDS}`,
  },
  'reading-register': {
    query: PERIODS,
    totals: 'SELECT sum(usage_m3)::bigint AS usage_m3 FROM meter_reading',
  },
  'user-activity': {
    query: DAYS,
    totals:
      "SELECT count(*) AS acts FROM log_aktivitas WHERE actor_kind = 'USER' AND at < '2026-02-01T00:00:00+08:00'",
  },
};

const expectationOf = (key: string): Expectation => {
  const found = EXPECTED[key];
  if (found === undefined) throw new Error(`nobody has worked out ${key}`);
  return {
    query: found.query.replaceAll('?', customer),
    totals: found.totals.replaceAll("'?'", `'${customer}'`),
  };
};
const read = async (key: string, query = expectationOf(key).query): Promise<Report> => {
  const { status, body, text } = await manager.get<Report>(`/reports/${key}?${query}`);
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  return body;
};

/** Figures whose list is of something else than what they count, with what it is of. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  // The bills those people owe; the bills of those connections.
  arrears: ['customers'],
  'drd-summary': ['customers', 'mean_m3'],
  // A sheet is one bill.
  lpp: ['sheets'],
  // The connection that it happened to.
  connections: ['sealed', 'opened', 'ended'],
  // Readings of those days.
  readers: ['days', 'per_day'],
  // Parts of bills that their list does not show apart, and those of a payment.
  revenue: ['usage_m3', 'water', 'fixed', 'nonwater', 'without_penalty'],
  // Shifts of the counter on that day, each with its money.
  'counter-pieces': ['denomination', 'pieces', 'amount'],
  'counter-receipts': ['payments', 'sheets', 'bills', 'stamp_duty', 'fee', 'reversed', 'net'],
  ppob: ['cost', 'margin'],
  // All that somebody did on that day.
  'user-activity': ['money', 'billing', 'decisions', 'master', 'security', 'other'],
  // Readings of the customer, and of the month; a line of the books leads to what it was written for.
  unread: ['last_usage_m3'],
  unmeasured: ['usage_m3'],
  'reading-register': ['usage_m3'],
  journal: ['debit', 'credit'],
  ledger: ['debit', 'credit', 'balance'],
  'bank-fees': ['cleared', 'received', 'charged', 'rate'],
  'counter-differences': ['opening'],
};

/** Lists of the screen by what the API calls them. */
const asked = (address: string) => {
  const called = address
    .replace(/^\/shifts/, '/counter/shifts')
    .replace(/^\/activity\?/, '/activity-log?')
    .replace(/^\/readings\?/, '/meter-readings?');
  return address.startsWith('/reports/') || !address.includes('?') ? called : `${called}&totals=true`;
};

/** Every number an answer has, but those of single rows of a list. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [Math.abs(value)];
  if (typeof value !== 'object' || value === null) return [];
  if ('meta' in value) return numbersOf(value.meta);
  if ('totals' in value && 'row_count' in value) {
    const { rows, totals, row_count } = value as unknown as Report;
    // What runs along, a balance, stands in its first row or in its last.
    return numbersOf([totals, row_count, rows[0], rows.at(-1)]);
  }
  return Object.values(value).flatMap(numbersOf);
}

/** Each figure of a row leads to a list, and the list says the same figure. */
async function leads(
  key: string,
  columns: Report['columns'],
  row: Report['rows'][number],
  values: Parameters<typeof figureLink>[1],
): Promise<void> {
  for (const { key: name, cell, link } of columns) {
    const figure = row[name];
    if (!/COUNT|VOLUME|RUPIAH|DIFFERENCE|BALANCE|PERCENT|AVERAGE/.test(cell)) continue;
    expect([key, name, typeof link]).toEqual([key, name, 'string']);
    const address = link === null ? null : figureLink(link, values);
    if (address === null || typeof figure !== 'number' || figure === 0) continue;
    const list = await manager.get(asked(address));
    expect([address, list.status]).toEqual([address, 200]);
    if (/PERCENT|AVERAGE/.test(cell) || OTHERWISE[key]?.includes(name) === true) continue;
    expect([address, name, numbersOf(list.body)]).toEqual([
      address,
      name,
      expect.arrayContaining([Math.abs(figure)]),
    ]);
  }
}

describe('reports', () => {
  it('are listed for whoever may read them, with what each asks for', async () => {
    const { body } = await manager.get<Report[]>('/reports');
    expect(body.map(({ key }) => key)).toEqual(REPORTS.map(({ key }) => key));
    expect(
      body
        .find(({ key }) => key === 'payments')
        ?.parameters.slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(['from', 'to']);
    const regions = body.find(({ key }) => key === 'drd')?.parameters.find(({ name }) => name === 'region');
    expect(regions?.choices.length).toBeGreaterThan(1);
    expect((await (await app.as('petugas')).get('/reports')).status).toBe(403);
    expect((await (await app.as('petugas')).get(`/reports/payments?${DAYS}`)).status).toBe(403);
  });

  it.each(REPORTS.map(({ key }) => key))(
    '%s: its totals are what is asked of the books in another way, on the page as in the file, and its figures lead to their lists',
    async (key) => {
      const { query, totals } = expectationOf(key);
      const body = await read(key);
      const wanted = await app.database.one<Record<string, number>>(totals);
      expect(Object.fromEntries(Object.keys(wanted).map((name) => [name, body.totals[name]]))).toEqual(
        wanted,
      );
      const definition = REPORTS.find((report) => report.key === key);
      const declared = definition?.columns.map((column) => column.key) ?? [];
      expect(body.row_count).toBe(body.rows.length);
      for (const row of body.rows)
        expect(Object.keys(row).sort()).toEqual([...declared, ...(definition?.hidden ?? [])].sort());
      for (const column of body.columns.filter(({ cell }) => /COUNT|VOLUME|RUPIAH|DIFFERENCE/.test(cell)))
        expect(body.totals[column.key]).toBe(
          body.rows.reduce((sum, row) => sum + Number(row[column.key] ?? 0), 0),
        );
      const { text, headers } = await manager.get(`/reports/${key}/export?${query}`);
      // A file says as of when it is.
      expect(headers.get('content-disposition')).toMatch(
        new RegExp(`filename="${key}-\\d{4}-\\d\\d-\\d\\d-\\d{4}\\.csv"$`),
      );
      expect(text.trimEnd().split('\n')).toHaveLength(body.rows.length + 1);
      // What is in words on the page is in words in the file: `bill.issued` and `REPLACED_BY` are read by programs.
      const told = definition?.columns.map(({ cell }) => cell !== 'IDENTIFIER') ?? [];
      const cells = text
        .trimEnd()
        .split('\n')
        .slice(1)
        .flatMap((line) => line.split(';').filter((_, index) => told[index]));
      expect(cells.filter((cell) => /^(?:[A-Z]+(?:_[A-Z0-9]+)+|[a-z_]+\.[a-z_.]+)$/.test(cell))).toEqual([]);
      const given = Object.fromEntries(new URLSearchParams(query));
      // The first row and the last: headings of different kinds, a month without money.
      for (const row of new Set([body.rows[0], body.rows.at(-1)]))
        if (row !== undefined) await leads(key, body.columns, row, { ...given, ...row });
      await leads(key, body.columns, body.totals, given);
    },
  );

  it.each(REPORTS)('$key: on paper it says what the page says', async (definition) => {
    const { key } = definition;
    const { rows, totals: sums, row_count: count } = await read(key);
    const { bytes } = await manager.get(`/reports/${key}/pdf?${expectationOf(key).query}`);
    // A dash as the encoding of Helvetica has it.
    const dense = (text: string) => text.replace(/\s/g, '').replaceAll('–', '\u0096');
    const drawn = dense(pagesOf(bytes).join(''));
    const { groups, totals } = sheetBody(definition, { rows, sums, count });
    const cells = groups.flatMap((group) => [...group.rows.flat(), ...(group.sums ?? [])]);
    expect(drawn.includes('Tidakadadata.')).toBe(count === 0);
    expect([...cells, ...(totals ?? [])].filter((cell) => !drawn.includes(dense(cell)))).toEqual([]);
  });

  it('come on paper, to be signed by those the office names', async () => {
    const office = await app.as('admin');
    const head = await manager.get<{ version: number; inherited: boolean; signers: object[] }>(
      '/report-letterheads/drd',
    );
    expect(head.body).toMatchObject({ inherited: true, version: 0 });
    expect(head.body.signers).toHaveLength(3);
    const signer = {
      heading: 'Mengetahui',
      name: 'Ir. La Ode',
      title: 'Direktur',
      nik: '19700101',
      shown: true,
    };
    const body = { head_lines: ['Bagian Langganan'], place: 'Kendari', signers: [signer], version: 0 };
    expect((await manager.patch('/report-letterheads/drd', body)).status).toBe(403);
    expect((await office.patch('/report-letterheads/drd', body)).status).toBe(200);
    const stale = await office.patch<{ detail: string }>('/report-letterheads/drd', body);
    expect(stale.status).toBe(409);
    const { name } = await app.database.one<{ name: string }>(
      "SELECT name FROM pengguna WHERE username = 'admin'",
    );
    expect(stale.body).toMatchObject({ changed_by: name, changed: ['place', 'signers', 'head_lines'] });
    expect(stale.body.detail).toContain(`Terakhir diubah oleh ${name}`);
    expect((await office.patch('/report-letterheads/nothing', body)).status).toBe(404);
    const five = { ...body, version: 1, signers: Array.from({ length: 5 }, () => signer) };
    expect((await office.patch('/report-letterheads/drd', five)).status).toBe(400);
    expect((await manager.get('/report-letterheads/drd')).body).toMatchObject({
      inherited: false,
      place: 'Kendari',
    });
    const { status, text, headers } = await manager.get('/reports/drd/pdf?period=2025-11');
    expect([status, headers.get('content-type'), text.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
  });

  it('of the counters tie to the drawer: received, sold, counted and missing', async () => {
    const [receipts, differences, pieces, services] = [
      await read('counter-receipts'),
      await read('counter-differences'),
      await read('counter-pieces'),
      await read('counter-services'),
    ];
    expect(receipts.rows).toHaveLength(1);
    expect(receipts.rows[0]).toMatchObject({ cashier: 'Siti Aminah', payments: 2, sheets: 2 });
    expect(receipts.totals.reversed).toBe(receipts.totals.net);
    expect(services.rows[0]).toMatchObject({ service: 'Token Listrik PLN', sales: 1, total: 11_500 });
    expect(differences.rows[0]).toMatchObject({ difference: -500, reason: 'Kurang lima ratus' });
    const { opening, expected, counted } = differences.totals;
    expect(expected).toBe((opening ?? 0) + (receipts.totals.net ?? 0) + (services.totals.total ?? 0));
    expect(pieces.totals.amount).toBe(counted);
  });

  it('of users: what they did by kind adds up to all they did', async () => {
    const { rows } = await read('user-activity');
    const kinds = ['money', 'billing', 'decisions', 'master', 'security', 'other'];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => kinds.reduce((sum, kind) => sum + Number(row[kind]), 0))).toEqual(
      rows.map(({ acts }) => acts),
    );
  });

  it('balance at the end of an account is the balance of the account', async () => {
    const { rows } = await read('ledger');
    const { balance } = await app.database.one<{ balance: number }>(
      "SELECT sum(debit - credit)::bigint AS balance FROM jurnal_baris WHERE account = '1130'",
    );
    expect(rows.at(-1)?.balance).toBe(balance);
    expect(rows[0]).toMatchObject({ event: 'opening', balance: 0 });
  });

  it('of the pace end where the month stands today, and say nothing of days to come', async () => {
    const { rows } = await read('collection-pace');
    const wanted = await app.database.one<{ paid: number; rate: number; before: number }>(
      `SELECT coalesce(sum(principal) FILTER (WHERE state = 'PAID' AND period = '2025-12'), 0)::bigint AS paid,
         coalesce(sum(principal) FILTER (WHERE state = 'PAID' AND period = '2025-11'), 0)::bigint AS before,
         round(100.0 * coalesce(sum(principal) FILTER (WHERE state = 'PAID' AND period = '2025-12'), 0)
           / sum(principal) FILTER (WHERE period = '2025-12'), 2)::float8 AS rate FROM tagihan`,
    );
    expect(rows).toHaveLength(31);
    expect(rows[14]).toMatchObject({ day: '15', paid: wanted.paid, rate: wanted.rate });
    expect(rows[15]).toMatchObject({ day: '16', paid: null, rate: null });
    // Those of November were paid in January, after its month was over.
    expect(wanted.before).toBeGreaterThan(0);
    expect(rows[30]?.paid_before).toBe(0);
  });

  it('of a range say where a month ends and how far they reach', async () => {
    const months = await read('payments', `${DAYS}&unit=MONTH`);
    expect(new Set(months.rows.map((row) => row.business_date))).toEqual(new Set(['2026-01']));
    for (const [path, pointer, code] of [
      ['payments?from=2025-02-30&to=2025-03-01', '?from', 'not_a_date'],
      ['payments?to=2025-03-01', '?from', 'not_a_date'],
      ['payments?from=2025-03-02&to=2025-03-01', '?to', 'not_later'],
      ['journal?from=2025-01-01&to=2025-12-31', '?to', 'out_of_range'],
      ['efficiency?from=2020-01&to=2025-12', '?to', 'out_of_range'],
      ['revenue?from=2025-01-01&to=2025-01-31&by=MOON', '?by', 'not_a_choice'],
      ['drd?period=2025-11&region=x', '?region', 'not_a_choice'],
      ['customer-card?customer=010203000047', '?customer', 'not_a_number'],
      // Taken for nothing, each would be a report of all regions.
      ['dsr?regoin=1', '?regoin', 'unknown_parameter'],
      ['dsr?region=1&region=2', '?region', 'repeated'],
    ] as const) {
      const wrong = await manager.get<{ errors: { pointer: string; code: string }[] }>(`/reports/${path}`);
      expect([path, wrong.status, wrong.body.errors[0]]).toMatchObject([path, 400, { pointer, code }]);
    }
    expect((await manager.get('/reports/payments/export?from=x&to=y')).status).toBe(400);
    expect((await manager.get('/reports/nothing')).status).toBe(404);
  });

  it('that do not tie are a case, which closes once they do', async () => {
    const cases = () =>
      app.database.query<{ status: string; amount: number }>(
        "SELECT status, amount::int FROM kasus WHERE kind = 'BOOKS_DO_NOT_TIE' AND subject_id = 202511 ORDER BY id",
      );
    const look = () => app.get(WatchTieOut).look(app.clock.businessDate());
    await look();
    expect(await cases()).toEqual([]);
    const { id } = await app.database.one<{ id: number }>(
      "SELECT min(id)::int AS id FROM tagihan WHERE period = '2025-11' AND state = 'ISSUED'",
    );
    // Nothing in the house can do this: the guards of the database are off.
    const shift = async (amount: number) => {
      const client = new Client({ connectionString: app.database.superUrl });
      await client.connect();
      await client.query('SET session_replication_role = replica');
      await client.query(
        'UPDATE tagihan SET principal = principal + $2, water_amount = water_amount + $2 WHERE id = $1',
        [id, amount],
      );
      await client.end();
    };
    await shift(7);
    await look();
    expect((await read('tie-out')).totals.difference).toBe(-7);
    expect(await cases()).toEqual([{ status: 'OPEN', amount: 7 }]);
    await shift(-7);
    await look();
    expect(await cases()).toEqual([{ status: 'RESOLVED', amount: 7 }]);
    // One that was closed stays closed; a difference that is there again is another.
    await shift(5);
    await look();
    await look();
    expect(await cases()).toEqual([
      { status: 'RESOLVED', amount: 7 },
      { status: 'OPEN', amount: 5 },
    ]);
    await shift(-5);
    await look();
    expect((await cases()).map(({ status }) => status)).toEqual(['RESOLVED', 'RESOLVED']);
  });

  it('of a month of years ago are looked at every night as well: its arrears are paid today', async () => {
    const { id } = await app.make.issuedBill({
      customer: await app.make.customer(),
      period: '2024-06',
      usage: 5,
    });
    const client = new Client({ connectionString: app.database.superUrl });
    await client.connect();
    await client.query('SET session_replication_role = replica');
    const shift = (amount: number) =>
      client.query(
        'UPDATE tagihan SET principal = principal + $2, water_amount = water_amount + $2 WHERE id = $1',
        [id, amount],
      );
    const states = async () => {
      await app.get(WatchTieOut).look(app.clock.businessDate());
      return app.database.query<{ status: string }>(
        "SELECT status FROM kasus WHERE kind = 'BOOKS_DO_NOT_TIE' AND subject_id = 202406",
      );
    };
    await shift(3);
    expect(await states()).toEqual([{ status: 'OPEN' }]);
    await shift(-3);
    await client.end();
    expect(await states()).toEqual([{ status: 'RESOLVED' }]);
  });

  it('of connections count each once, in however many months it is billed', async () => {
    const { rows, totals } = await read('drd-summary', `by=PERIOD&${PERIODS}`);
    const { connections } = await app.database.one<{ connections: number }>(
      `SELECT count(DISTINCT b.customer_id)::int AS connections FROM jurnal j JOIN tagihan b ON b.id = j.entity_id
       WHERE j.event = 'bill.issued' AND b.period BETWEEN ${FOUR}`,
    );
    expect(totals.customers).toBe(connections);
    expect(rows.reduce((sum, row) => sum + Number(row.customers), 0)).toBeGreaterThan(connections);
  });

  it('of who was not read are of those who were connected in that month', async () => {
    const [gone, come, here] = await Promise.all([1, 2, 3].map(() => app.make.customer()));
    if (gone === undefined || come === undefined || here === undefined) throw new Error('no customers');
    const turned = (id: number, before: string | null, after: string, at: string) =>
      app.database.query(
        `INSERT INTO riwayat_pelanggan (customer_id, at, changed_by, field, before, after, reason)
         VALUES ($1, $2, (SELECT min(id) FROM pengguna), 'state', $3, $4, 'uji')`,
        [id, at, before, after],
      );
    await turned(gone.id, 'CALON', 'AKTIF', '2025-03-01T08:00:00+08:00');
    await turned(gone.id, 'AKTIF', 'SEGEL', '2026-01-01T00:00:00+08:00');
    await turned(come.id, null, 'CALON', '2025-12-30T08:00:00+08:00');
    await turned(come.id, 'CALON', 'AKTIF', '2026-01-02T08:00:00+08:00');
    await app.database.query("UPDATE pelanggan SET state = 'SEGEL' WHERE id = $1", [gone.id]);
    const why = async (period: string) => {
      const { rows } = await read('unread', `period=${period}`);
      return [gone, come, here].map(
        ({ customer_number: number }) => rows.find((row) => row.customer_number === number)?.why ?? null,
      );
    };
    expect(await why('2025-12')).toEqual(['GONE', null, 'UNREAD']);
    expect(await why('2026-01')).toEqual([null, 'UNREAD', 'UNREAD']);
    await app.database.query("UPDATE pelanggan SET state = 'AKTIF' WHERE id = $1", [gone.id]);
    await turned(gone.id, 'SEGEL', 'AKTIF', '2026-01-03T08:00:00+08:00');
  });

  it('of charges, fees and breaks are more than nothing once there are some', async () => {
    const bank = await app.make.bank({ code: 'SULTRA', adminFee: 2_500 });
    const customer = await app.make.customer();
    await insertOtherBill(app.database, {
      customer,
      kind: 'NONWATER',
      suffix: '202621',
      amount: 150_000,
      dueDate: '2026-01-31',
    });
    await agreeOnTerms(app, bank.id, {
      valid_from: '2026-01-15',
      cutoff: null,
      settles_saturdays: true,
      settles_sundays: true,
      qris_lag_days: 1,
      fee_per_payment: null,
      mdr_ppm: null,
    });
    const client = bank.client();
    const inquiry = (await client.verify({ customer_number: customer.customer_number })).body as {
      inquiry_id: string;
      total_amount: number;
    };
    expect(inquiry.total_amount).toBe(152_500);
    const paid = await client.process({
      bank_reference: 'NON-AIR-1',
      inquiry_id: inquiry.inquiry_id,
      amount: inquiry.total_amount,
      channel: 'TELLER',
      paid_at: app.clock.text(app.clock.now()),
    });
    expect(paid.status).toBe(200);
    manager = await app.as('manajer');
    expect((await read('lpp-nonwater')).totals).toMatchObject({
      principal: 150_000,
      stamp_duty: 0,
      admin_fee: 2_500,
      total: 152_500,
    });
    expect((await read('lpp-nonwater')).rows[0]).toMatchObject({ what: 'NONWATER', name: customer.name });
    expect((await read('revenue')).totals.nonwater).toBe(150_000);
    const { fees } = await app.database.one<{ fees: number }>(
      `SELECT sum(admin_fee)::int AS fees FROM pembayaran p WHERE ${STANDS} AND shift_id IS NULL`,
    );
    expect(fees).toBeGreaterThan(2_500);
    expect((await read('bank-fees')).totals.customer_fee).toBe(fees);
    // A day later the bank sends its file: one payment is 500 short, and one we never heard of.
    app.clock.set('2026-01-16T09:00:00+08:00');
    const stranger = await app.make.customer();
    const row = { date: '2026-01-15', reference: 'NON-AIR-1', customer: customer.customer_number };
    const file = await (
      await app.as('admin')
    ).post<{ stored: boolean }>(
      `/reconciliation/files?bank_id=${String(bank.id)}&file_name=a.csv&settlement_date=2026-01-15`,
      undefined,
      {
        headers: { 'content-type': 'application/octet-stream' },
        raw: sultraFile([
          { ...row, nominal: 149_500, admin: 2_500 },
          { ...row, reference: 'X-1', customer: stranger.customer_number, nominal: 70_000 },
        ]),
      },
    );
    expect([file.status, file.body.stored]).toEqual([201, true]);
    manager = await app.as('manajer');
    const [day] = (await read('reconciliation')).rows;
    expect(day).toMatchObject({
      settlement_date: '2026-01-15',
      our_amount: 150_000,
      bank_amount: 219_500,
      difference: 69_500,
      open_items: 2,
    });
    const ages = await read('breaks-by-age');
    // By what the sides differ, as on the overview: 500 too little and 70,000 we never heard of.
    expect([ages.totals.breaks, ages.totals.amount]).toEqual([2, 500 + 70_000]);
    const overview = await manager.get<{ aging: { count: number; amount: number }[] }>(
      '/reconciliation/days/overview',
    );
    expect(overview.body.aging.map(({ count, amount }) => [count, amount])).toEqual(
      ages.rows.map(({ breaks, amount }) => [breaks, amount]),
    );
    expect(ages.rows.find(({ breaks }) => breaks === 2)).toMatchObject({ age: '0–1 hari' });
  });
});

describe('customers who moved', () => {
  // Of people, where they are now: whom to send somebody to.
  const ofPeople = ['top-arrears', 'arrears-by-sheets', 'collection-list', 'unread'];
  const byRegion = REPORTS.filter(
    ({ key, parameters }) => !ofPeople.includes(key) && parameters.some(({ name }) => name === 'region'),
  ).map(({ key }) => key);

  it('leave what was billed in the region it was billed in, and are billed in the new one from the month on', async () => {
    const office = await app.as('admin');
    manager = await app.as('manajer');
    const regions = await app.database.query<{ id: number; route_id: number }>(
      `SELECT c.region_id::int AS id, min(c.route_id)::int AS route_id FROM pelanggan c JOIN tagihan b ON b.customer_id = c.id
       GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 2`,
    );
    const [from, to] = regions;
    if (from === undefined || to === undefined) throw new Error('two regions were billed');
    const asked = async () => {
      const answers: unknown[] = [];
      for (const key of ['drd-summary', 'arrears', 'penalties', 'dsr']) answers.push((await read(key)).rows);
      for (const { id } of [from, to]) {
        for (const key of byRegion) {
          const { rows, totals } = await read(key, `${expectationOf(key).query}&region=${String(id)}`);
          answers.push([key, rows, totals]);
        }
        for (const list of ['/bills', '/meter-readings']) {
          const { body } = await manager.get<{ meta: unknown }>(
            `${list}?region_id=${String(id)}&count=exact&totals=true&page_size=1`,
          );
          answers.push([list, body.meta]);
        }
      }
      return answers;
    };
    const before = await asked();
    const moved = await office.post<{ moved: number; from_period: string }>(
      `/customers/move?region_id=${String(from.id)}&state=AKTIF`,
      { region_id: to.id, route_id: to.route_id, reason: 'Rute baca disusun ulang' },
    );
    expect([moved.status, moved.body.from_period]).toEqual([200, '2026-01']);
    expect(moved.body.moved).toBeGreaterThan(5);
    expect(await asked()).toEqual(before);

    const one = await app.database.one<{ id: number }>(
      'SELECT min(customer_id)::int AS id FROM riwayat_letak WHERE region_id = $1',
      [from.id],
    );
    const reading = await office.get<{ data: { customer: { id: number } }[] }>(
      `/meter-readings?customer_id=${String(one.id)}`,
    );
    expect(reading.body.data.length).toBeGreaterThan(0);
    await app.make.issuedBill({ customer: await app.make.again(one.id), period: '2026-01', usage: 10 });
    const january = async (region: number) =>
      (await read('drd', `period=2026-01&region=${String(region)}`)).row_count;
    expect([await january(from.id), await january(to.id)]).toEqual([0, 1]);
    // Sums that are kept say the same once the news is taken in.
    const months = () =>
      app.database.query(
        "SELECT region_id::int, sum(issued)::int AS issued FROM rekening_periode WHERE period = '2026-01' AND region_id IN ($1, $2) GROUP BY 1 HAVING sum(issued) <> 0",
        [from.id, to.id],
      );
    expect(await months()).toEqual([{ region_id: to.id, issued: 1 }]);
    await app.get(KeepRollups).takeIn();
    expect(await months()).toEqual([{ region_id: to.id, issued: 1 }]);

    // What was issued stays: the way back counts from the month after it.
    const back = (more: object) =>
      office.post<{ code: string; earliest: string; from_period: string }>(
        `/customers/move?ids=${String(one.id)}`,
        {
          region_id: from.id,
          route_id: from.route_id,
          reason: 'Salah pilih',
          ...more,
        },
      );
    const early = await back({ from_period: '2026-01' });
    expect([early.status, early.body.code, early.body.earliest]).toEqual([
      409,
      'customer.month_billed',
      '2026-02',
    ]);
    expect((await back({})).body.from_period).toBe('2026-02');
    expect([await january(from.id), await january(to.id)]).toEqual([0, 1]);
  });
});
