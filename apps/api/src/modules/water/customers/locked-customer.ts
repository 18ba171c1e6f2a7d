import type { CustomerState } from '@tirtapay/domain';
import { versionConflict, type LastChange } from '../../../platform/audit';
import type { Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';

export interface LockedCustomer {
  readonly customer_number: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly nik_index: Buffer | null;
  readonly region_id: number;
  readonly route_id: number;
  readonly tariff_id: number;
  readonly tariff_code: string;
  readonly state: CustomerState;
  readonly version: number;
  readonly has_meter: boolean;
  /** Of the meter in place; null without one. */
  readonly meter_size_mm: number | null;
}

/**
 * Takes the customer's row as every payment does, and checks that nobody changed it since it was read.
 * @throws Problem customer.not_found, version.conflict with the version the row has now
 */
export async function lockCustomer(tx: Tx, id: number, version: number): Promise<LockedCustomer> {
  const [customer] = await tx.query<LockedCustomer & Record<string, unknown>>(
    `SELECT p.customer_number, p.name, p.address, p.phone, p.email, p.nik_index, p.region_id, p.route_id, p.tariff_id, t.code AS tariff_code,
       p.state, p.version, EXISTS (SELECT FROM meter m WHERE m.customer_id = p.id AND m.removed_on IS NULL) AS has_meter,
       (SELECT m.size_mm FROM meter m WHERE m.customer_id = p.id AND m.removed_on IS NULL) AS meter_size_mm
     FROM pelanggan p JOIN tarif t ON t.id = p.tariff_id WHERE p.id = $1 FOR NO KEY UPDATE OF p`,
    [id],
  );
  if (customer === undefined) throw new Problem('customer.not_found');
  if (customer.version !== version) throw versionConflict(await lastChange(tx, id), customer.version);
  return customer;
}

/** From the customer's own history, where a meter and a state stand beside name and address. */
async function lastChange(tx: Tx, id: number): Promise<LastChange | null> {
  const [last] = await tx.query<LastChange & object>(
    `SELECT o.name, h.at, array_agg(h.field ORDER BY h.field) AS fields FROM riwayat_pelanggan h
     LEFT JOIN orang o ON o.id = h.changed_by WHERE h.customer_id = $1
     GROUP BY o.name, h.at ORDER BY h.at DESC LIMIT 1`,
    [id],
  );
  return last ?? null;
}
