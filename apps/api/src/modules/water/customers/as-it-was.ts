/** What a customer's file says of who lives there. */
type Written = 'name' | 'address';

/** The same of a customer `c` as it stood just before an instant: what the first change since then found. */
export const asItWas = (field: Written, instant: string): string =>
  `coalesce((SELECT h.before FROM riwayat_pelanggan h
     WHERE h.customer_id = c.id AND h.field = '${field}' AND h.at >= ${instant} ORDER BY h.at, h.id LIMIT 1), c.${field})`;
