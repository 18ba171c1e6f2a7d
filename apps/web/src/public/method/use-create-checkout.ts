import type { PublicCheckoutDto } from '@tirtapay/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import type { CheckoutMethod } from '@tirtapay/domain';
import { publicApi } from '../api/call';
import { inquiryQuery } from '../api/queries';
import { checkoutQuery, received } from '../checkout/checkout-query';

export interface CheckoutWish {
  method: CheckoutMethod;
  bank_code: string;
  /** Of the bill page. */
  token: string;
  /** Only the oldest sheets; all open ones when absent. */
  count?: number;
}

/**
 * Asks for a payment code and goes to it. One wish at a time, also for two clicks in one frame; a repeated wish for
 * the same bills gets the open code again from the server.
 */
export function useCreateCheckout(options: { replace?: boolean } = {}) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const busy = useRef(false);
  const mutation = useMutation({
    mutationFn: ({ method, bank_code, token, count }: CheckoutWish) =>
      publicApi.post<PublicCheckoutDto>('/intents', {
        token,
        method,
        bank_code,
        ...(count !== undefined && { bill_count: count }),
      }),
    onSuccess: (checkout) => {
      queryClient.setQueryData(checkoutQuery(checkout.intent_token).queryKey, received(checkout));
      void navigate(`/s/${checkout.intent_token}`, { replace: options.replace ?? false });
    },
    onError: (_error, { token }) => {
      // Most refusals mean that the bills are no longer what the page shows.
      void queryClient.invalidateQueries({ queryKey: inquiryQuery(token).queryKey });
    },
    onSettled: () => {
      busy.current = false;
    },
  });
  const { mutate } = mutation;
  return {
    error: mutation.error,
    wish: mutation.isPending ? mutation.variables : undefined,
    create: (wish: CheckoutWish) => {
      if (busy.current) return;
      busy.current = true;
      mutate(wish);
    },
  };
}
