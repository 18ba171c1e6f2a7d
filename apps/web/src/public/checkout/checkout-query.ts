import type { PublicCheckoutDto } from '@tirtapay/api-client';
import { queryOptions } from '@tanstack/react-query';
import { publicApi } from '../api/call';
import type { ReceivedCheckout } from './time-left';

export const received = (checkout: PublicCheckoutDto): ReceivedCheckout => ({
  ...checkout,
  received_at: performance.now(),
});

export const checkoutQuery = (token: string) =>
  queryOptions({
    queryKey: ['checkout', token],
    queryFn: async ({ signal }) =>
      received(await publicApi.get<PublicCheckoutDto>(`/intents/${encodeURIComponent(token)}`, signal)),
    staleTime: 0,
    refetchOnWindowFocus: 'always',
  });
