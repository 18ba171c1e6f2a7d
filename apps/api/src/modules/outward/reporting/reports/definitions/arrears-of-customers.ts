const NEWS =
  'WITH changed AS MATERIALIZED (SELECT c.customer_id FROM tunggakan_berubah(:today::date) AS c (customer_id))';
const OF_REGION = (row: string) => `(:region IS NULL OR ${row}.region_id = :region::bigint)`;

/**
 * What each customer owes past its due day today, of the region that was asked for: `customer_id`, `region_id` (where they live),
 * `sheets` (bills), `oldest` (their first month), `principal` and `penalty` (rupiah, what is left off it not counted). From the
 * sums that are kept, with the news after them (docs/adr/0127).
 */
export const ARREARS = `(SELECT k.* FROM tunggakan_kini(:today::date) k WHERE ${OF_REGION('k')})`;

/** How many `customers` of that region are late with how many bills (`sheets`), and their `principal` and `penalty`. */
export const ARREARS_BY_NUMBER = `(SELECT n.* FROM tunggakan_lembar_kini(:today::date) n WHERE ${OF_REGION('n')})`;

/** The rows of `ARREARS` who owe most, the most first: from the end of an index, held against those of whom there is news. */
export const largestArrears = (most: number): string => {
  const largest = `ORDER BY principal + penalty DESC, customer_id LIMIT ${String(most)}`;
  return `(${NEWS}
    SELECT * FROM (
      (SELECT k.customer_id, k.region_id, k.sheets, k.oldest, k.principal, k.penalty FROM rekap_tunggakan k
       WHERE ${OF_REGION('k')} AND k.customer_id NOT IN (SELECT c.customer_id FROM changed c) ${largest})
      UNION ALL
      SELECT a.* FROM tunggakan_dari(ARRAY(SELECT c.customer_id FROM changed c), :today::date) a WHERE ${OF_REGION('a')}
    ) owing ${largest})`;
};
