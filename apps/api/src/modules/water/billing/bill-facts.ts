import type { BillState, Period } from '@tirtapay/domain';
import { Database, type Tx } from '../../../platform/database';

/** A water bill that stands, with its corrections so far. */
export interface BillFacts {
  readonly id: number;
  readonly bill_number: string;
  readonly customer_id: number;
  readonly customer_number: string;
  readonly period: Period;
  readonly state: BillState;
  readonly reading_id: number;
  /** By which it was priced last: its own, or that of its last correction. */
  readonly tariff_id: number;
  readonly version_id: number;
  /** It was issued before its month began, or what it stands for was: it keeps the price it had then. */
  readonly charged_ahead: boolean;
  readonly meter_size_mm: number;
  readonly water_amount: number;
  readonly fixed_amount: number;
  /** Corrections of other bills it carries. */
  readonly other_amount: number;
  readonly water_corrected: number;
  readonly fixed_corrected: number;
  readonly corrected: boolean;
  readonly sealed: boolean;
}

/**
 * When it was issued first: a bill that was made anew for a correction is as old as the first of its chain.
 * @param bill alias of `tagihan`
 */
export function firstIssued(bill: string): string {
  return `(WITH RECURSIVE earlier AS (
      SELECT ${bill}.replaces_id, ${bill}.issued_at
      UNION ALL SELECT r.replaces_id, r.issued_at FROM earlier e JOIN tagihan r ON r.id = e.replaces_id
    ) SELECT min(e.issued_at) FROM earlier e)`;
}

const FACTS = `
  SELECT b.id, b.bill_number, b.customer_id, c.customer_number, b.period, b.state, b.reading_id, v.tariff_id, v.id AS version_id, b.meter_size_mm,
    b.water_amount, b.fixed_amount, b.other_amount, coalesce(k.water, 0)::bigint AS water_corrected,
    coalesce(k.fixed, 0)::bigint AS fixed_corrected, k.water IS NOT NULL AS corrected, r.method = 'NONE' AS sealed,
    coalesce(${firstIssued('b')} < (b.period || '-01')::timestamp AT TIME ZONE $3, false) AS charged_ahead
  FROM tagihan b
  JOIN pelanggan c ON c.id = b.customer_id
  JOIN meter_reading r ON r.id = b.reading_id
  LEFT JOIN LATERAL (SELECT sum(e.water_amount) AS water, sum(e.fixed_amount) AS fixed,
      (array_agg(e.tariff_version_id ORDER BY e.id DESC) FILTER (WHERE e.tariff_version_id IS NOT NULL))[1] AS version_id
    FROM koreksi_tagihan e WHERE e.bill_id = b.id) k ON true
  JOIN tarif_versi v ON v.id = coalesce(k.version_id, b.tariff_version_id)
  WHERE b.customer_id = $1 AND b.period = ANY ($2) AND b.kind = 'WATER' AND b.state IN ('DRAFT', 'ISSUED', 'PAID', 'REPLACED_BY')
  ORDER BY b.period`;

export async function billsToCorrect(
  source: Tx | Database,
  customerId: number,
  periods: readonly Period[],
  zone: string,
): Promise<readonly BillFacts[]> {
  return source instanceof Database
    ? source.read<BillFacts & Record<string, unknown>>(FACTS, [customerId, periods, zone])
    : source.query<BillFacts & Record<string, unknown>>(FACTS, [customerId, periods, zone]);
}
