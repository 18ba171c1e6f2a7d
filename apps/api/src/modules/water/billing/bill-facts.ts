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

const FACTS = `
  SELECT b.id, b.bill_number, b.customer_id, c.customer_number, b.period, b.state, b.reading_id, v.tariff_id, b.meter_size_mm,
    b.water_amount, b.fixed_amount, b.other_amount, coalesce(k.water, 0)::bigint AS water_corrected,
    coalesce(k.fixed, 0)::bigint AS fixed_corrected, k.water IS NOT NULL AS corrected, r.method = 'NONE' AS sealed
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
): Promise<readonly BillFacts[]> {
  return source instanceof Database
    ? source.read<BillFacts & Record<string, unknown>>(FACTS, [customerId, periods])
    : source.query<BillFacts & Record<string, unknown>>(FACTS, [customerId, periods]);
}
