import { businessDateOf, type BusinessDate } from '@tirtapay/domain';
import type { Config } from '../../../api/src/platform/config';
import { Database } from '../../../api/src/platform/database';
import { DEMO_PASSWORD } from '../../../api/src/process/demo-marks';
import { EXAMPLE_CUSTOMER } from './plan/demo-customers';

interface LiveDayOptions {
  readonly config: Config;
  readonly now: number;
  /** Origin of the application. */
  readonly api: string;
  /** Origin of the sandbox bank. */
  readonly bank: string;
}

const SETTING = 'demo_day';
/** The prefix under which every customer has a standing account at both banks. */
const ACCOUNTS = '13501';

/** Payments at the counters of the banks, by the ways a bank may speak to us. */
const PAID = [
  { bank: 'sultra', via: 'NATIVE' },
  { bank: 'kedua', via: 'SNAP' },
  { bank: 'sultra', via: 'SNAP' },
  { bank: 'kedua', via: 'NATIVE' },
] as const;
/** Accounts and codes somebody has asked for and not paid yet. */
const OPEN = [
  { method: 'VA', bank_code: 'SULTRA' },
  { method: 'QRIS', bank_code: 'SULTRA' },
  { method: 'VA', bank_code: 'KEDUA' },
  { method: 'QRIS', bank_code: 'KEDUA' },
] as const;

/**
 * What can only happen while everything runs: banks call and are called, customers ask for accounts and codes, one pays
 * twice and becomes a case, one payment waits for a second person. Once a day, through the same doors as everybody; the
 * customers are chosen by the day alone.
 * @returns whether there was something to do
 */
export async function liveDay({ config, now, api, bank }: LiveDayOptions): Promise<boolean> {
  if (config.production) throw new Error('a demonstration in production');
  const database = new Database(config);
  try {
    const today = businessDateOf(now, config.zone);
    if ((await lastDay(database)) === today) return false;
    const customers = await debtors(database, today);
    const next = (): string => {
      const number = customers.shift();
      if (number === undefined) throw new Error('nobody owes anything');
      return number;
    };
    const { checkOut, pay, askForReversal } = doors(api, bank);
    // The one who pays twice comes first: the second payment is a case by the time the rest is done.
    const [twice, once] = [next(), next()];
    await checkOut(twice, { method: 'QRIS', bank_code: 'KEDUA' }).then(({ qr_payload: qr }) =>
      pay({ qr, scenario: 'double' }),
    );
    await checkOut(once, { method: 'VA', bank_code: 'SULTRA' }).then(({ va_number: number }) =>
      pay({ number }),
    );
    for (const way of PAID) await pay({ number: `${ACCOUNTS}${next()}`, ...way });
    for (const way of OPEN) await checkOut(next(), way);
    await askForReversal(await newestPayment(database));
    await database.write(
      'INSERT INTO app_setting (key, value) VALUES ($1, to_jsonb($2::text)) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      [SETTING, today],
    );
    return true;
  } finally {
    await database.onApplicationShutdown();
  }
}

async function lastDay(database: Database): Promise<string | null> {
  const [row] = await database.read<{ value: string }>('SELECT value FROM app_setting WHERE key = $1', [
    SETTING,
  ]);
  return row?.value ?? null;
}

/** Customers with few open bills, none of whom has been heard of today; in an order of the day. */
async function debtors(database: Database, today: BusinessDate): Promise<string[]> {
  const rows = await database.read<{ customer_number: string }>(
    `SELECT c.customer_number FROM pelanggan c JOIN tagihan b ON b.customer_id = c.id AND b.state = 'ISSUED'
     WHERE c.state = 'AKTIF' AND c.customer_number <> $2
       AND NOT EXISTS (SELECT FROM niat_bayar i WHERE i.customer_id = c.id AND i.status = 'PENDING')
     GROUP BY c.customer_number HAVING count(*) BETWEEN 1 AND 2 AND sum(b.principal) < 1000000
     ORDER BY md5(c.customer_number || $1) LIMIT $3`,
    [today, EXAMPLE_CUSTOMER, 2 + PAID.length + OPEN.length],
  );
  return rows.map((row) => row.customer_number);
}

async function newestPayment(database: Database): Promise<number> {
  const [row] = await database.read<{ id: number }>(
    "SELECT id FROM pembayaran p WHERE kind = 'PAYMENT' AND EXISTS (SELECT FROM pembayaran_alokasi a WHERE a.payment_id = p.id AND a.bill_id IS NOT NULL) ORDER BY id DESC LIMIT 1",
  );
  if (row === undefined) throw new Error('nobody has paid anything');
  return row.id;
}

interface Checkout {
  readonly va_number: string | null;
  readonly qr_payload: string | null;
}

function doors(api: string, bank: string) {
  const ask = (path: string, body: object, token?: string) => answered(`${api}/api/v1${path}`, body, token);
  return {
    checkOut: async (customer: string, way: object): Promise<Checkout> => {
      const { token } = (await ask('/public/inquiries', { customer_number: customer })) as { token: string };
      return (await ask('/public/intents', { ...way, token })) as Checkout;
    },
    pay: (order: object): Promise<unknown> => answered(`${bank}/control/payments`, order),
    askForReversal: async (paymentId: number): Promise<void> => {
      const { access_token: token } = (await ask('/auth/login', {
        username: 'admin',
        password: DEMO_PASSWORD,
      })) as { access_token: string };
      await ask(
        `/payments/${String(paymentId)}/reversal-requests`,
        { reason: 'Nasabah salah menyebut nomor pelanggan di loket bank' },
        token,
      );
    },
  };
}

async function answered(url: string, body: object, token?: string): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new Error(`${new URL(url).pathname}: ${String(answer.status)} ${await answer.text()}`);
  return answer.json();
}
