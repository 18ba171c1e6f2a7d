import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListActivityData } from '@tirtapay/api-client';
import { listActivityOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';

export const useActivity = (query: NonNullable<ListActivityData['query']>) =>
  useQuery({ ...listActivityOptions({ query }), placeholderData: keepPreviousData });
