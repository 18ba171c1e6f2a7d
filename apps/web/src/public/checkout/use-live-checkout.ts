import type { PublicCheckoutDto } from '@tirtapay/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { publicApi } from '../api/call';
import { checkoutQuery, received } from './checkout-query';
import { pollPace } from './poll-pace';

function watchVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed);
  return () => {
    document.removeEventListener('visibilitychange', changed);
  };
}

const useVisible = () => useSyncExternalStore(watchVisibility, () => !document.hidden);

/** A push says all that is to come; nothing is pushed once the time is over. */
const isPushed = (checkout: PublicCheckoutDto | undefined): boolean =>
  checkout === undefined || checkout.status === 'PENDING';

/** Each push of the server replaces what is known about the code. */
function useCheckoutEvents(token: string, wanted: boolean, setLive: (live: boolean) => void): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!wanted || !('EventSource' in window)) return undefined;
    const stream = new EventSource(`/api/v1/public/intents/${encodeURIComponent(token)}/events`);
    stream.addEventListener('open', () => {
      setLive(true);
    });
    stream.addEventListener('error', () => {
      setLive(false);
    });
    stream.addEventListener('status', (event: MessageEvent<string>) => {
      const news = received(JSON.parse(event.data) as PublicCheckoutDto);
      // A stream cannot be asked for in a language, so the steps stay those that were fetched.
      queryClient.setQueryData(checkoutQuery(token).queryKey, (known) =>
        known ? { ...news, instructions: known.instructions } : news,
      );
    });
    return () => {
      stream.close();
      setLive(false);
    };
  }, [queryClient, setLive, token, wanted]);
}

/** A payment code as it stands now: by push, by asking when the push fails, and never while nobody looks. */
export function useLiveCheckout(token: string) {
  const queryClient = useQueryClient();
  const visible = useVisible();
  const [arrived] = useState(() => performance.now());
  const [live, setLive] = useState(false);
  const query = useQuery({
    ...checkoutQuery(token),
    refetchInterval: ({ state }) => pollPace(state.data, live, performance.now() - arrived),
    enabled: visible,
  });
  useCheckoutEvents(token, visible && isPushed(query.data), setLive);

  const busy = useRef(false);
  const recheck = useMutation({
    mutationFn: () => publicApi.post<PublicCheckoutDto>(`/intents/${encodeURIComponent(token)}/recheck`),
    onSuccess: (checkout) => {
      queryClient.setQueryData(checkoutQuery(token).queryKey, received(checkout));
    },
    onSettled: () => {
      busy.current = false;
    },
  });
  const { mutate } = recheck;
  return {
    ...query,
    recheck: {
      pending: recheck.isPending,
      error: recheck.error,
      /** The bank was asked and knew of no payment yet. */
      nothingYet: recheck.data?.status === 'PENDING' || recheck.data?.status === 'EXPIRED',
      ask: () => {
        if (busy.current) return;
        busy.current = true;
        mutate();
      },
    },
  };
}
