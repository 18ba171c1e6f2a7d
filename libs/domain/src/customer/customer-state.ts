/** CALON registered, not yet served · AKTIF served · SEGEL sealed for arrears · NONAKTIF closed for good. */
export type CustomerState = 'CALON' | 'AKTIF' | 'SEGEL' | 'NONAKTIF';

/**
 * CALON → AKTIF → (SEGEL ⇄ AKTIF) → NONAKTIF. A closed customer is never reopened: whoever comes back is
 * registered anew and receives a new number, so that old debts and new usage stay apart.
 */
export const CUSTOMER_TRANSITIONS: Readonly<Record<CustomerState, readonly CustomerState[]>> = {
  CALON: ['AKTIF'],
  AKTIF: ['SEGEL', 'NONAKTIF'],
  SEGEL: ['AKTIF', 'NONAKTIF'],
  NONAKTIF: [],
};

export const CUSTOMER_STATES: readonly CustomerState[] = ['CALON', 'AKTIF', 'SEGEL', 'NONAKTIF'];
