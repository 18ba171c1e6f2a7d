import type { BusinessDate, Period, SettledMethod } from '@tirtapay/domain';
import { Database, type Tx } from '../../../platform/database';

/** A verified reading with the meters its stands are of. */
export interface ChainRow {
  readonly id: number;
  readonly customer_id: number;
  readonly period: Period;
  readonly method: SettledMethod;
  readonly previous_stand: number;
  readonly current_stand: number;
  readonly usage_m3: number;
  readonly days: number;
  readonly rollover: boolean;
  readonly meter_id: number;
  readonly digits: number;
  readonly installed_stand: number;
  /** Of its own meter; null while it hangs. */
  readonly own_removed_stand: number | null;
  readonly replaced_meter_id: number | null;
  readonly removed_stand: number | null;
  readonly removed_digits: number | null;
  readonly read_at: Date;
  readonly read_on: BusinessDate;
}

const CHAIN = `
  SELECT r.id, r.customer_id, r.period, r.method, r.previous_stand, r.current_stand, r.usage_m3, r.days, r.rollover,
    r.meter_id, m.digits, m.installed_stand, m.removed_stand AS own_removed_stand, r.replaced_meter_id, old.removed_stand, old.digits AS removed_digits,
    r.read_at, (r.read_at AT TIME ZONE $2)::date AS read_on
  FROM meter_reading r JOIN meter m ON m.id = r.meter_id LEFT JOIN meter old ON old.id = r.replaced_meter_id
  WHERE r.customer_id = ANY ($1::bigint[]) AND r.status = 'VERIFIED' AND r.method <> 'NONE' ORDER BY r.customer_id, r.period`;

/** Every verified reading of a customer that has stands, oldest first. */
export function standChain(
  source: Tx | Database,
  customerId: number,
  zone: string,
): Promise<readonly ChainRow[]> {
  return standChains(source, [customerId], zone);
}

/** The same of several customers, one after the other. */
export async function standChains(
  source: Tx | Database,
  customerIds: readonly number[],
  zone: string,
): Promise<readonly ChainRow[]> {
  const values = [customerIds, zone];
  return source instanceof Database
    ? source.read<ChainRow & Record<string, unknown>>(CHAIN, values)
    : source.query<ChainRow & Record<string, unknown>>(CHAIN, values);
}

/** A row of readings and the one that took its place. */
export interface ReplacedReading {
  readonly customerId: number;
  readonly before: number;
  readonly after: number;
}
