import type { PublicIntentDto } from '@tirtapay/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { publicApi } from '../api/call';
import { inquiryQuery } from '../api/queries';
import { intentQuery, received } from '../checkout/checkout-query';

export interface IntentWish {
  method: 'VA' | 'QRIS';
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
export function useCreateIntent(options: { replace?: boolean } = {}) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const busy = useRef(false);
  const mutation = useMutation({
    mutationFn: ({ method, bank_code, token, count }: IntentWish) =>
      publicApi.post<PublicIntentDto>('/intents', {
        token,
        method,
        bank_code,
        ...(count !== undefined && { bill_count: count }),
      }),
    onSuccess: (intent) => {
      queryClient.setQueryData(intentQuery(intent.intent_token).queryKey, received(intent));
      void navigate(`/s/${intent.intent_token}`, { replace: options.replace ?? false });
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
    create: (wish: IntentWish) => {
      if (busy.current) return;
      busy.current = true;
      mutate(wish);
    },
  };
}
