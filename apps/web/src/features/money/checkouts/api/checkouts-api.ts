import { useQuery } from '@tanstack/react-query';
import { askBankAboutCheckout, cancelCheckout, type CheckoutDetailDto } from '@tirtapay/api-client';
import { getCheckoutOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

/** While somebody may be paying, or the bank has not closed it yet. */
const LIVE_MILLISECONDS = 2_000;
const AT_REST: readonly CheckoutDetailDto['bank_state'][] = ['CANCELLED', 'FAILED'];

function mayChange({ status, bank_state, next_check_at }: CheckoutDetailDto): boolean {
  return status === 'PENDING' || (next_check_at !== null && !AT_REST.includes(bank_state));
}

/** A checkout as it stands, followed for as long as it may change by itself. */
export const useCheckout = (id: number) =>
  useQuery({
    ...getCheckoutOptions({ path: { id } }),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && mayChange(data) ? LIVE_MILLISECONDS : false,
  });

export const cancel = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(cancelCheckout({ path: { id }, body: { reason }, throwOnError: true }));

export const askBank = (id: number) => answerOf(askBankAboutCheckout({ path: { id }, throwOnError: true }));
