/**
 * What is open of `rekonsiliasi_detail d`, in rupiah: by how much the two sides differ, whichever is the larger. A payment
 * that is on another day on the other side differs by nothing. Everyone who adds up what is open adds this.
 */
export const OPEN_DIFFERENCE = 'coalesce(sum(abs(d.difference)), 0)::bigint';

/** How old what is open is, in days since the settlement date. */
export const OPEN_AGES = [
  { days: '0-1', least: 0, most: 1 },
  { days: '2-3', least: 2, most: 3 },
  { days: '4-7', least: 4, most: 7 },
  { days: '8-30', least: 8, most: 30 },
  { days: '31+', least: 31, most: 100_000 },
] as const;
