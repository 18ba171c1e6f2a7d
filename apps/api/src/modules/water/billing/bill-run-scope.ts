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

/** That a bill `b` is one of a period, a region and a category (the one it is priced by). A month nobody read goes with the reading that said its usage. */
const scopeOf = (period: string, region: string, tariff: string): string =>
  `(b.period = ${period} OR b.run_period = ${period})
  AND (${region} IS NULL OR EXISTS (SELECT FROM pelanggan c WHERE c.id = b.customer_id AND ${regionIn('b.period')} = ${region}))
  AND (${tariff} IS NULL OR EXISTS (SELECT FROM tarif_versi v WHERE v.id = b.tariff_version_id AND v.tariff_id = ${tariff}))`;

/** The same for the parameters $1 period, $2 region, $3 tariff. */
export const OF_SCOPE = scopeOf('$1', '$2::bigint', '$3::bigint');

/** Since when a draft `b` is there: one made anew stands in the place of the first. */
const DRAFTED = `(WITH RECURSIVE was AS (SELECT b.replaces_id, b.created_at
    UNION ALL SELECT before.replaces_id, before.created_at FROM was JOIN tagihan before ON before.id = was.replaces_id)
  SELECT min(created_at) FROM was)`;

/** That a run has been over a draft `b`: if it was Rp0 then, no other will come for it. By the clock of the database, as both are. */
export const RUN_IS_OVER = `EXISTS (SELECT FROM penetapan p WHERE p.period IN (b.period, b.run_period) AND p.heartbeat_at > ${DRAFTED}
  AND ${scopeOf('p.period', 'p.region_id', 'p.tariff_id')})`;

/** Of these, what a run issues: a draft that is held waits outside every run. */
export const IN_SCOPE = `b.held_at IS NULL AND ${OF_SCOPE}`;
