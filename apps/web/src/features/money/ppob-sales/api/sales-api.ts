import { useQuery } from '@tanstack/react-query';
import { requestSaleOutcome } from '@tirtapay/api-client';
import type { SaleOutcomeBody } from '@tirtapay/api-client';
import {
  getPpobSaleStoryOptions,
  listApprovalsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

/** Somebody else decides meanwhile, in another browser. */
const DECISION_MILLISECONDS = 10_000;

/** @param status how the sale stands: the story is read again when that changes */
export const useStory = (id: number, status: string | undefined) => {
  const options = getPpobSaleStoryOptions({ path: { id } });
  return useQuery({
    ...options,
    queryKey: [...options.queryKey, status] as unknown as typeof options.queryKey,
    enabled: status !== undefined,
  });
};

/** What waits for a second person about this sale. */
export const useOpenOutcome = (id: number, enabled: boolean) =>
  useQuery({
    ...listApprovalsOptions({ query: { status: 'PENDING', kind: 'ppob_outcome', page_size: 100 } }),
    refetchInterval: DECISION_MILLISECONDS,
    enabled,
    select: (page) => page.data.find(({ subject }) => subject === `transactions/${String(id)}`),
  });

export const requestOutcome = ({ id, ...body }: SaleOutcomeBody & { id: number }) =>
  answerOf(requestSaleOutcome({ path: { id }, body, throwOnError: true }));
