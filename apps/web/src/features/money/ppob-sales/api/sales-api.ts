import { useQuery } from '@tanstack/react-query';
import { getPpobSaleStoryOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';

/** @param status how the sale stands: the story is read again when that changes */
export const useStory = (id: number, status: string | undefined) => {
  const options = getPpobSaleStoryOptions({ path: { id } });
  return useQuery({
    ...options,
    queryKey: [...options.queryKey, status] as unknown as typeof options.queryKey,
    enabled: status !== undefined,
  });
};
