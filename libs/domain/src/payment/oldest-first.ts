export type OldestFirstResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'EMPTY' | 'REPEATED' | 'NOT_OPEN' | 'SKIPS_OLDER' };

/**
 * Whether the requested bills are exactly the oldest N open ones. In which order they are named does not matter;
 * leaving an older one out does, because nobody may choose which month stays in arrears.
 */
export function checkOldestFirst(
  openBillNumbers: readonly string[],
  requested: readonly string[],
): OldestFirstResult {
  const wanted = new Set(requested);
  if (wanted.size === 0) return { ok: false, reason: 'EMPTY' };
  if (wanted.size < requested.length) return { ok: false, reason: 'REPEATED' };
  const open = new Set(openBillNumbers);
  if (!requested.every((bill) => open.has(bill))) return { ok: false, reason: 'NOT_OPEN' };
  const oldest = openBillNumbers.slice(0, wanted.size);
  return oldest.every((bill) => wanted.has(bill)) ? { ok: true } : { ok: false, reason: 'SKIPS_OLDER' };
}
