/**
 * The category a month of a customer `c` is priced by: the one he had when the month ended, in the zone of the utility; of a
 * month that is not over, the one he has. A change is about the month it is made in and those after it, whenever the months
 * before are read, verified or billed. See docs/adr/0101.
 */
export const categoryOfMonth = (period: string, zone: string): string =>
  categoryBefore(`(((${period} || '-01')::timestamp + interval '1 month') AT TIME ZONE ${zone})`);

/** The one he had just before an instant: what the first change since then found. */
export const categoryBefore = (instant: string): string =>
  `coalesce((SELECT t.id FROM riwayat_pelanggan h JOIN tarif t ON t.code = h.before
     WHERE h.customer_id = c.id AND h.field = 'tariff' AND h.at >= ${instant} ORDER BY h.at, h.id LIMIT 1), c.tariff_id)`;
