import { useQuery } from '@tanstack/react-query';
import { requestSaleOutcome } from '@tirtapay/api-client';
import type { SaleOutcomeBody } from '@tirtapay/api-client';
import { getPpobSaleStoryOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

/** @param status how the sale stands: the story is read again when that changes */
export const useStory = (id: number, status: string | undefined) => {
  const options = getPpobSaleStoryOptions({ path: { id } });
  return useQuery({
    ...options,
    queryKey: [...options.queryKey, status] as unknown as typeof options.queryKey,
    enabled: status !== undefined,
  });
};

export const requestOutcome = ({ id, ...body }: SaleOutcomeBody & { id: number }) =>
  answerOf(requestSaleOutcome({ path: { id }, body, throwOnError: true }));
