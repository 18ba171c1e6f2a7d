export type OldestFirstResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'EMPTY' | 'REPEATED' | 'NOT_OPEN' | 'SKIPS_OLDER' };

export declare function checkOldestFirst(
  openBillNumbers: readonly string[],
  requested: readonly string[],
): OldestFirstResult;
