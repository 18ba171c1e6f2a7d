import { useQuery } from '@tanstack/react-query';
import { markNoticeRead } from '@tirtapay/api-client';
import { listNoticesOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

/** Asked once a minute while the page is looked at; never from a hidden tab. */
export const useNotices = () =>
  useQuery({ ...listNoticesOptions({ query: { page_size: 20 } }), refetchInterval: 60_000 });

export const markRead = (id: number) => answerOf(markNoticeRead({ path: { id }, throwOnError: true }));
