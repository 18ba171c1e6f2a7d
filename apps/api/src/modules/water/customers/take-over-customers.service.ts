import { Injectable } from '@nestjs/common';
import { buildCustomerNumber, type CustomerRow } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import type { Tx } from '../../../platform/database';
import { CustomerSequence } from '../../ground/regions';
import { NikVault, type SealedNik } from './nik-vault';

/** A row whose codes were found. */
export interface PlacedCustomer {
  readonly row: CustomerRow;
  readonly regionId: number;
  readonly routeId: number;
  readonly tariffId: number;
}

interface Numbered extends PlacedCustomer {
  readonly id: number;
  readonly number: string;
  readonly nik: SealedNik;
}

const COLUMNS = `unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::bigint[],
    $10::bigint[], $11::bigint[], $12::text[])
  AS n (id, customer_number, name, address, phone, email, nik_encrypted, nik_index, region_id, route_id, tariff_id, state)`;

const INSERT = `
  INSERT INTO pelanggan (id, customer_number, name, address, phone, email, nik_encrypted, nik_index, region_id, route_id, tariff_id,
    state, registered_at, activated_at)
  SELECT n.*, $13, CASE WHEN n.state <> 'NONAKTIF' THEN $13::timestamptz END FROM ${COLUMNS}`;

/** Customers of the system before, thousands in a statement; each with history, as whoever is registered here has it. */
@Injectable()
export class TakeOverCustomers {
  constructor(
    private readonly sequence: CustomerSequence,
    private readonly nikVault: NikVault,
    private readonly clock: Clock,
  ) {}

  /** Keeps the numbers that the file itself gives out of the routes' sequences; before the first `write`. */
  async reserve(tx: Tx, lastByRoute: ReadonlyMap<number, number>): Promise<void> {
    await this.sequence.reach(tx, lastByRoute);
  }

  /**
   * @returns the customers in the order of the rows
   * @throws Problem customer.number_exhausted
   */
  async write(
    tx: Tx,
    rows: readonly PlacedCustomer[],
    by: { readonly userId: number; readonly reason: string },
  ): Promise<number[]> {
    const numbered = await this.number(tx, rows);
    await this.writeCustomers(tx, numbered);
    await this.writeMeters(tx, numbered);
    await this.writeHistory(tx, numbered, by);
    return numbered.map(({ id }) => id);
  }

  /**
   * Takes back what nothing was built on: the connections are closed; their numbers, meters and earlier numbers are free
   * again for the mended file. The rows stay, closed, with their history; what says who they are goes.
   */
  async undo(
    tx: Tx,
    customerIds: readonly number[],
    by: { readonly userId: number; readonly reason: string },
  ): Promise<void> {
    await tx.query(
      `WITH closed AS (
         SELECT id, state AS before FROM pelanggan WHERE id = ANY ($1::bigint[]) AND state <> 'NONAKTIF'
       )
       INSERT INTO riwayat_pelanggan (customer_id, at, changed_by, field, before, after, reason)
       SELECT id, $2, $3, 'state', before, 'NONAKTIF', $4 FROM closed`,
      [customerIds, this.clock.date(), by.userId, by.reason],
    );
    await tx.query(
      `INSERT INTO riwayat_pelanggan (customer_id, at, changed_by, field, before, after, reason)
       SELECT p.id, $2, $3, 'customer_number', p.customer_number, n.customer_number, $4
       FROM unnest($1::bigint[], $5::text[]) AS n (id, customer_number) JOIN pelanggan p ON p.id = n.id`,
      [customerIds, this.clock.date(), by.userId, by.reason, customerIds.map(numberOfNobody)],
    );
    await tx.query(
      `UPDATE pelanggan p SET customer_number = n.customer_number
       FROM unnest($1::bigint[], $2::text[]) AS n (id, customer_number) WHERE p.id = n.id`,
      [customerIds, customerIds.map(numberOfNobody)],
    );
    await tx.query(
      `UPDATE pelanggan SET state = 'NONAKTIF', phone = NULL, email = NULL, nik_encrypted = NULL, nik_index = NULL,
         version = version + 1 WHERE id = ANY ($1::bigint[])`,
      [customerIds],
    );
    await tx.query('DELETE FROM pelanggan_alias WHERE customer_id = ANY ($1::bigint[])', [customerIds]);
    await tx.query(
      `UPDATE meter SET removed_on = installed_on, removed_stand = installed_stand, removed_reason = $2
       WHERE customer_id = ANY ($1::bigint[]) AND removed_on IS NULL`,
      [customerIds, by.reason],
    );
  }

  private async number(tx: Tx, rows: readonly PlacedCustomer[]): Promise<Numbered[]> {
    const ids = await tx.query<{ id: number }>(
      "SELECT nextval(pg_get_serial_sequence('pelanggan', 'id')) AS id FROM generate_series(1, $1::int)",
      [rows.length],
    );
    const wanting = new Map<number, number>();
    for (const { row, routeId } of rows)
      if (row.customerNumber === null) wanting.set(routeId, (wanting.get(routeId) ?? 0) + 1);
    const next = new Map<number, number>();
    for (const [routeId, count] of [...wanting].sort(([a], [b]) => a - b))
      next.set(routeId, await this.sequence.take(tx, routeId, count));
    return rows.map((placed, index) => {
      const { row, routeId } = placed;
      const id = ids[index]?.id ?? 0;
      const sequence = next.get(routeId) ?? 0;
      if (row.customerNumber === null) next.set(routeId, sequence + 1);
      const number =
        row.customerNumber ?? buildCustomerNumber({ region: row.region, route: row.route, sequence });
      return { ...placed, id, number, nik: this.nikVault.seal(id, row.nik) };
    });
  }

  private async writeCustomers(tx: Tx, rows: readonly Numbered[]): Promise<void> {
    await tx.query(INSERT, [
      rows.map(({ id }) => id),
      rows.map(({ number }) => number),
      rows.map(({ row }) => row.name),
      rows.map(({ row }) => row.address),
      rows.map(({ row }) => row.phone),
      rows.map(({ row }) => row.email),
      rows.map(({ nik }) => nik.encrypted),
      rows.map(({ nik }) => nik.index),
      rows.map(({ regionId }) => regionId),
      rows.map(({ routeId }) => routeId),
      rows.map(({ tariffId }) => tariffId),
      rows.map(({ row }) => row.state),
      this.clock.date(),
    ]);
    const known = rows.filter(({ row }) => row.legacyNumber !== null);
    if (known.length === 0) return;
    await tx.query(
      'INSERT INTO pelanggan_alias (alias, customer_id) SELECT * FROM unnest($1::text[], $2::bigint[])',
      [known.map(({ row }) => row.legacyNumber), known.map(({ id }) => id)],
    );
  }

  private async writeMeters(tx: Tx, rows: readonly Numbered[]): Promise<void> {
    const meters = rows.flatMap(({ id, row: { meter } }) => (meter === null ? [] : [{ id, meter }]));
    if (meters.length === 0) return;
    await tx.query(
      `INSERT INTO meter (customer_id, serial, digits, size_mm, installed_on, first_installed_on, installed_stand)
       SELECT * FROM unnest($1::bigint[], $2::text[], $3::int[], $4::int[], $5::date[], $6::date[], $7::int[])`,
      [
        meters.map(({ id }) => id),
        meters.map(({ meter }) => meter.serial),
        meters.map(({ meter }) => meter.digits),
        meters.map(({ meter }) => meter.sizeMm),
        meters.map(({ meter }) => meter.readOn),
        meters.map(({ meter }) => meter.installedOn),
        meters.map(({ meter }) => meter.stand),
      ],
    );
  }

  private async writeHistory(
    tx: Tx,
    rows: readonly Numbered[],
    by: { readonly userId: number; readonly reason: string },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO riwayat_pelanggan (customer_id, at, changed_by, field, before, after, reason)
       SELECT n.id, $3, $4, 'state', NULL, n.after, $5 FROM unnest($1::bigint[], $2::text[]) AS n (id, after)`,
      [rows.map(({ id }) => id), rows.map(({ row }) => row.state), this.clock.date(), by.userId, by.reason],
    );
  }
}

/** No region has the code 00: a number of it names nobody. Each row that gave its number back has one of its own. */
function numberOfNobody(id: number): string {
  const place = id - 1;
  return buildCustomerNumber({
    region: '00',
    route: String(Math.floor(place / 99_999)).padStart(4, '0'),
    sequence: (place % 99_999) + 1,
  });
}
