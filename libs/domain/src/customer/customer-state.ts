/** CALON registered, not yet served · AKTIF served · SEGEL sealed for arrears · NONAKTIF closed. */
export type CustomerState = 'CALON' | 'AKTIF' | 'SEGEL' | 'NONAKTIF';

/**
 * CALON → AKTIF → (SEGEL ⇄ AKTIF) → NONAKTIF. An applicant may withdraw. A closed connection is taken up again as a
 * candidate, under its number and with its debts: water runs only after a meter is in and somebody activates it.
 */
export const CUSTOMER_TRANSITIONS: Readonly<Record<CustomerState, readonly CustomerState[]>> = {
  CALON: ['AKTIF', 'NONAKTIF'],
  AKTIF: ['SEGEL', 'NONAKTIF'],
  SEGEL: ['AKTIF', 'NONAKTIF'],
  NONAKTIF: ['CALON'],
};

export const CUSTOMER_STATES: readonly CustomerState[] = ['CALON', 'AKTIF', 'SEGEL', 'NONAKTIF'];
