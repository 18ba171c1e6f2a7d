import type { Tx } from '../../../../api/src/platform/database';
import type { Vault } from '../../../../api/src/platform/security';
import type { DemoCalendar } from '../plan/demo-calendar';
import type { DemoCustomer } from '../plan/demo-customers';
import { shutOffOn } from '../plan/shut-off';

function registeredOn(customer: DemoCustomer, calendar: DemoCalendar): string {
  const joined = calendar.periods[customer.joinedAtPeriod];
  if (customer.state === 'CALON') return `${calendar.periods.at(-1) ?? calendar.current}-12`;
  if (customer.joinedAtPeriod > 0 && joined !== undefined) return `${joined}-01`;
  const year = Number(calendar.today.slice(0, 4)) - 1 - customer.yearsBefore;
  return `${String(year)}-${String((customer.yearsBefore % 12) + 1).padStart(2, '0')}-05`;
}

/** All customers with their meters and the history of their states, as sets. */
export async function writeCustomers(
  tx: Tx,
  customers: readonly DemoCustomer[],
  calendar: DemoCalendar,
  vault: Vault,
): Promise<void> {
  const ids = await tx.query<{ id: number }>(
    "SELECT nextval(pg_get_serial_sequence('pelanggan', 'id')) AS id FROM generate_series(1, $1)",
    [customers.length],
  );
  const idOf = (index: number): number => ids[index]?.id ?? 0;
  const dates = customers.map((customer) => `${registeredOn(customer, calendar)}T09:00:00+08:00`);
  await tx.query(
    `INSERT INTO pelanggan (id, customer_number, name, address, phone, email, nik_encrypted, nik_index, region_id, route_id,
       tariff_id, state, registered_at, activated_at)
     SELECT c.id, c.number, c.name, c.address, c.phone, c.email, c.nik, c.nik_index, w.id, r.id, t.id, c.state, c.since,
       CASE WHEN c.state <> 'CALON' THEN c.since + interval '5 days' END
     FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::text[],
       $10::text[], $11::text[], $12::text[], $13::timestamptz[])
       AS c (id, number, name, address, phone, email, nik, nik_index, region, route, tariff, state, since)
     JOIN wilayah w ON w.code = c.region JOIN rute r ON r.region_id = w.id AND r.code = c.route
     JOIN tarif t ON t.code = c.tariff`,
    [
      customers.map((_, index) => idOf(index)),
      customers.map((customer) => customer.number),
      customers.map((customer) => customer.name),
      customers.map((customer) => customer.address),
      customers.map((customer) => customer.phone),
      customers.map((customer) => customer.email),
      customers.map((customer, index) =>
        vault.seal(customer.nik, { table: 'pelanggan', column: 'nik_encrypted', id: idOf(index) }),
      ),
      customers.map((customer) => vault.blindIndex(customer.nik)),
      customers.map((customer) => customer.region),
      customers.map((customer) => customer.route),
      customers.map((customer) => customer.tariff),
      customers.map((customer) => customer.state),
      dates,
    ],
  );
  await tx.query(
    `INSERT INTO meter (customer_id, serial, digits, size_mm, installed_on, installed_stand)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::int[], $4::int[], $5::date[], $6::int[])`,
    [
      customers.map((_, index) => idOf(index)),
      customers.map(({ meter }) => meter.serial),
      customers.map(({ meter }) => meter.digits),
      customers.map(({ meter }) => meter.sizeMm),
      dates.map((date) => date.slice(0, 10)),
      customers.map(({ meter }) => meter.installedStand),
    ],
  );
  await tx.query(
    `UPDATE rute r SET last_sequence = used.last FROM (
       SELECT route_id, max(substr(customer_number, 7, 5)::int) AS last FROM pelanggan GROUP BY route_id) used
     WHERE used.route_id = r.id`,
  );
  await writeStates(tx, customers, calendar);
}

/** Who became what, and why: a state never changes without a reason. */
async function writeStates(
  tx: Tx,
  customers: readonly DemoCustomer[],
  calendar: DemoCalendar,
): Promise<void> {
  const shutOff = customers.flatMap((customer) => {
    const date = shutOffOn(customer, calendar);
    return date === null ? [] : [{ number: customer.number, at: `${date}T20:00:00+08:00` }];
  });
  await tx.query(
    `
    INSERT INTO riwayat_pelanggan (customer_id, at, changed_by, field, before, after, reason)
    SELECT c.id, c.registered_at, u.id, 'state', NULL, 'CALON', NULL FROM pelanggan c, pengguna u WHERE u.username = 'admin'
    UNION ALL
    SELECT c.id, c.activated_at, u.id, 'state', 'CALON', 'AKTIF', 'Pemasangan selesai' FROM pelanggan c, pengguna u
    WHERE u.username = 'admin' AND c.state <> 'CALON'
    UNION ALL
    SELECT c.id, s.at, u.id, 'state', 'AKTIF', c.state,
      CASE c.state WHEN 'SEGEL' THEN 'Tunggakan lebih dari tiga bulan' ELSE 'Berhenti berlangganan atas permintaan' END
    FROM unnest($1::text[], $2::timestamptz[]) AS s (number, at) JOIN pelanggan c ON c.customer_number = s.number,
      pengguna u WHERE u.username = 'admin'`,
    [shutOff.map(({ number }) => number), shutOff.map(({ at }) => at)],
  );
}
