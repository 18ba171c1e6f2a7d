import type { Intent } from '../api/intent';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { publicApi } from '../api/call';
import { intentQuery, received } from './intent-query';
import { pollPace } from './poll-pace';

function watchVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed);
  return () => {
    document.removeEventListener('visibilitychange', changed);
  };
}

const useVisible = () => useSyncExternalStore(watchVisibility, () => !document.hidden);

/** Whether the server's push is open. Each push replaces what is known about the code. */
function useIntentEvents(token: string, wanted: boolean): boolean {
  const queryClient = useQueryClient();
  const [live, setLive] = useState(false);
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
      queryClient.setQueryData(intentQuery(token).queryKey, received(JSON.parse(event.data) as Intent));
    });
    return () => {
      stream.close();
      setLive(false);
    };
  }, [queryClient, token, wanted]);
  return live;
}

/** A payment code as it stands now: by push, by asking when the push fails, and never while nobody looks. */
export function useLiveIntent(token: string) {
  const queryClient = useQueryClient();
  const visible = useVisible();
  const [arrived] = useState(() => performance.now());
  const [open, setOpen] = useState(true);
  const live = useIntentEvents(token, visible && open);
  const query = useQuery({
    ...intentQuery(token),
    refetchInterval: open ? () => pollPace(live, performance.now() - arrived) : false,
    enabled: visible,
  });
  const status = query.data?.status;
  useEffect(() => {
    setOpen(status === undefined || status === 'PENDING');
  }, [status]);

  const busy = useRef(false);
  const recheck = useMutation({
    mutationFn: () => publicApi.post<Intent>(`/intents/${encodeURIComponent(token)}/recheck`),
    onSuccess: (intent) => {
      queryClient.setQueryData(intentQuery(token).queryKey, received(intent));
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
      nothingYet: recheck.data?.status === 'PENDING',
      ask: () => {
        if (busy.current) return;
        busy.current = true;
        mutate();
      },
    },
  };
}
