/**
 * What each customer owes past its due day today, of the region that was asked for: `customer_id`, `region_id` (where they live),
 * `sheets` (bills), `oldest` (their first month), `principal` and `penalty` (rupiah, what is left off it not counted). From the
 * sums that are kept, with the news after them (docs/adr/0127).
 */
export const ARREARS =
  '(SELECT k.* FROM tunggakan_kini(:today::date) k WHERE :region IS NULL OR k.region_id = :region::bigint)';
