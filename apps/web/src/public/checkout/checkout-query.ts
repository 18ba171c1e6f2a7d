import type { PublicIntentDto } from '@tirtapay/api-client';
import { queryOptions } from '@tanstack/react-query';
import { publicApi } from '../api/call';
import type { ReceivedIntent } from './time-left';

export const received = (intent: PublicIntentDto): ReceivedIntent => ({
  ...intent,
  received_at: performance.now(),
});

export const intentQuery = (token: string) =>
  queryOptions({
    queryKey: ['intent', token],
    queryFn: async ({ signal }) =>
      received(await publicApi.get<PublicIntentDto>(`/intents/${encodeURIComponent(token)}`, signal)),
    staleTime: 0,
    refetchOnWindowFocus: 'always',
  });
