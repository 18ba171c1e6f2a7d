import type { Intent } from '../api/intent';
import { queryOptions } from '@tanstack/react-query';
import { publicApi } from '../api/call';
import type { ReceivedIntent } from './time-left';

export const received = (intent: Intent): ReceivedIntent => ({ ...intent, received_at: performance.now() });

export const intentQuery = (token: string) =>
  queryOptions({
    queryKey: ['intent', token],
    queryFn: async ({ signal }) =>
      received(await publicApi.get<Intent>(`/intents/${encodeURIComponent(token)}`, signal)),
    staleTime: 0,
    refetchOnWindowFocus: 'always',
  });
