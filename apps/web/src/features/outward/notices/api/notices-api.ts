import { useQuery } from '@tanstack/react-query';
import { markNoticeRead } from '@tirtapay/api-client';
import { listNoticesOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

const ASIDE = 60_000;
const LOOKED_AT = 3_000;

/** Asked once a minute while the page is looked at, every few seconds while the bell is open; never from a hidden tab. */
export const useNotices = (opened: boolean) =>
  useQuery({
    ...listNoticesOptions({ query: { page_size: 20 } }),
    refetchInterval: opened ? LOOKED_AT : ASIDE,
  });

export const markRead = (id: number) => answerOf(markNoticeRead({ path: { id }, throwOnError: true }));
