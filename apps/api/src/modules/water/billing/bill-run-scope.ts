import { regionIn } from '../customers';

/** Which drafts a run or its preview is about. */
export interface BillRunScope {
  readonly period: string;
  readonly region_id: number | null;
  readonly tariff_id: number | null;
}

export function scopeValues(scope: BillRunScope): [string, number | null, number | null] {
  return [scope.period, scope.region_id, scope.tariff_id];
}

/** Conditions on `tagihan b` for the parameters $1 period, $2 region, $3 tariff (the one the bill is priced by). A month nobody read goes with the reading that said its usage. */
export const OF_SCOPE = `(b.period = $1 OR b.run_period = $1)
  AND ($2::bigint IS NULL OR EXISTS (SELECT FROM pelanggan c WHERE c.id = b.customer_id AND ${regionIn('b.period')} = $2))
  AND ($3::bigint IS NULL OR EXISTS (SELECT FROM tarif_versi v WHERE v.id = b.tariff_version_id AND v.tariff_id = $3))`;

/** Of these, what a run issues: a draft that is held waits outside every run. */
export const IN_SCOPE = `b.held_at IS NULL AND ${OF_SCOPE}`;
