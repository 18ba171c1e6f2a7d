import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { comeBack } from '../../../../lib/come-back';
import { currentSession, useSession } from '../../../../lib/session';
import { isStale, withKept } from '../components/walk-law';
import { forgetRound, keptStands, takenRound } from './device-store';
import type { KeptStand, TakenRound } from './device-store';
import { sendKept } from './send-kept';

/** While a page waits for a signal it asks by itself. */
const AGAIN_AFTER = 30_000;

export interface Walk {
  readonly taken: TakenRound | null;
  readonly stands: readonly KeptStand[];
}

async function readWalk(): Promise<Walk> {
  const taken = await takenRound();
  const stands = await keptStands();
  if (taken === null || !isStale(taken, Date.now()))
    return { taken: taken && { ...taken, round: withKept(taken.round, stands) }, stands };
  await forgetRound();
  return { taken: null, stands };
}

export const WALK_KEY = ['walk'] as const;

/** What is on this device. */
export const useWalk = () => useQuery({ queryKey: WALK_KEY, queryFn: readWalk, staleTime: 0, retry: false });

/**
 * Sends what is kept: at once, when the signal comes back, and every half minute while the page is seen. A page that was
 * opened without a signal finds its session first.
 */
export function useSending(): { sending: boolean; away: boolean; send: () => Promise<void> } {
  const session = useSession();
  const queryClient = useQueryClient();
  const [sending, setSending] = useState(false);
  // A phone says that it is connected where nothing gets through: what was tried last says more.
  const [away, setAway] = useState(!navigator.onLine);
  const busy = useRef(false);
  // Who has to log in is told so once, and not asked for every half minute.
  const loggedOut = useRef(false);
  const id = session.status === 'active' ? session.user.id : undefined;

  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    try {
      loggedOut.current = await comeBack();
      const now = currentSession();
      const through =
        now.status === 'active'
          ? await sendKept({ id: now.user.id, name: now.user.name })
          : loggedOut.current;
      setAway(!through || !navigator.onLine);
    } finally {
      busy.current = false;
      setSending(false);
      await queryClient.invalidateQueries({ queryKey: WALK_KEY });
    }
  }, [queryClient]);

  useEffect(() => {
    const now = () => {
      if (document.visibilityState === 'visible') void send();
    };
    now();
    const lost = () => {
      setAway(true);
    };
    window.addEventListener('online', now);
    window.addEventListener('offline', lost);
    document.addEventListener('visibilitychange', now);
    const timer = setInterval(() => {
      if (id !== undefined || !loggedOut.current) now();
    }, AGAIN_AFTER);
    return () => {
      window.removeEventListener('online', now);
      window.removeEventListener('offline', lost);
      document.removeEventListener('visibilitychange', now);
      clearInterval(timer);
    };
  }, [id, send]);
  return { sending, away, send };
}
