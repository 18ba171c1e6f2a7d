import type { Client } from 'pg';
import { BANK_ID } from './dataset';

/** Of these many lines one has another amount, one is missing, one is of nobody here. */
const BROKEN_EVERY = 1_000;
const CUSTOMERS = 10_000;
const AMOUNT = 70_000;

const BANK = String(BANK_ID);
const customerOf = (index: number): string => String(10_203_000_000 + (index % CUSTOMERS)).padStart(12, '0');

/** A bank, its customers, and the payments it took at noon of a day; with who looks at it. */
export async function plantBankDay(
  client: Client,
  day: string,
  payments: number,
  password: string,
): Promise<void> {
  await client.query('BEGIN; SET LOCAL session_replication_role = replica');
  await client.query(`
    INSERT INTO penerima (id, kind, series, name, account, admin_fee) VALUES (${BANK}, 'BANK', 'SULTRA', 'Bank Sultra', '1130', 2500);
    INSERT INTO bank_integration (id, code, name, environment, allowed_cidrs, rate_limit_per_second) VALUES (${BANK}, 'SULTRA', 'Bank Sultra', 'LIVE', '{127.0.0.0/8}', 1000);
    INSERT INTO ketentuan_setelmen (collector_id, valid_from, rest_days, lag_days, made_at) VALUES (${BANK}, '${day}', '{}', '{}', now());
    INSERT INTO pelanggan (id, customer_number, name, address, region_id, route_id, tariff_id, state, registered_at, activated_at)
      SELECT 1 + n, lpad((10203000000 + n)::text, 12, '0'), 'Pelanggan ' || n, 'Jl. Ahmad Yani', 1, 1, 1, 'AKTIF', now(), now()
      FROM generate_series(0, ${String(CUSTOMERS - 1)}) n;
    INSERT INTO pembayaran (kind, collector_id, bank_reference, customer_id, channel, bill_amount, stamp_duty, admin_fee, amount, paid_at,
        posted_at, business_date)
      SELECT 'PAYMENT', ${BANK}, 'BPD-' || n, 1 + n % ${String(CUSTOMERS)}, 'TELLER', ${String(AMOUNT)}, 0, 2500, ${String(AMOUNT)}, at, at, '${day}'
      FROM generate_series(0, ${String(payments - 1)}) n, (SELECT timestamptz '${day} 12:00+08' AS at) at`);
  await client.query(
    "INSERT INTO pengguna (username, name, role, password_hash) VALUES ('bangku', 'Bangku Uji', 'ADMIN_SUPER', $1)",
    [password],
  );
  await client.query('COMMIT');
  await client.query('VACUUM ANALYZE');
}

/** Bank Sultra's file of that day, piece by piece. */
export function* bankDayFile(day: string, payments: number): Generator<string> {
  const date = day.replaceAll('-', '');
  yield `H;SULTRA;PDAM;${date};1\n`;
  yield 'tgl_transaksi;jam;no_referensi_bank;payment_request_id;no_pelanggan;periode;jml_lembar;nominal;admin;total;kanal;status\n';
  let [count, sum] = [0, 0];
  const line = (reference: string, index: number, amount: number): string => {
    count += 1;
    sum += amount;
    return `${date};120000;${reference};;${customerOf(index)};202511;1;${String(amount)};0;${String(amount)};6010;00\n`;
  };
  let piece = '';
  for (let index = 0; index < payments; index += 1) {
    const turn = index % BROKEN_EVERY;
    if (turn !== 1) piece += line(`BPD-${String(index)}`, index, turn === 0 ? AMOUNT + 1 : AMOUNT);
    if (turn === 2) piece += line(`NOBODY-${String(index)}`, index, AMOUNT + 7);
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}T;${String(count)};${String(sum)};0;${String(sum)}\n`;
}

/** How many differences a right answer has. */
export function plantedBreaks(payments: number): number {
  return 3 * (payments / BROKEN_EVERY);
}
