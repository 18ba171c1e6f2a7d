import type { BankDto } from '@tirtapay/api-client';
import { BANK_OPERATIONS, type BankOperation } from '@tirtapay/contracts';

/** The routes a bank calls; the test beside holds them against the OpenAPI document. */
export const ENDPOINTS: readonly BankOperation[] = Object.values(BANK_OPERATIONS);

const NATIVE_ENDPOINTS = ENDPOINTS.filter(({ protocol }) => protocol === 'NATIVE');
const SNAP_ENDPOINTS = ENDPOINTS.filter(({ protocol }) => protocol === 'SNAP');

/** The doors this bank has credentials for. */
export function endpointsOf(bank: BankDto): {
  native: readonly BankOperation[];
  snap: readonly BankOperation[];
} {
  const active = ({ status }: { status: string }) => status === 'ACTIVE';
  const partners = bank.snap_partners.filter(active);
  return {
    native: bank.keys.some(active) ? NATIVE_ENDPOINTS : [],
    // A partner that signs every call with its own key needs no token.
    snap:
      partners.length === 0
        ? []
        : SNAP_ENDPOINTS.filter(
            (operation) =>
              operation !== BANK_OPERATIONS.token || partners.some(({ mode }) => mode === 'SYMMETRIC'),
          ),
  };
}
