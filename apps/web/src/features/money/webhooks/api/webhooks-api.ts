import { useQuery } from '@tanstack/react-query';
import { retryWebhookMessage, sendTestNotification } from '@tirtapay/api-client';
import {
  getWebhookMessageOptions,
  listErrorCatalogueOptions,
  listWebhookMessagesOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const useMessage = (id: number) => useQuery(getWebhookMessageOptions({ path: { id } }));

/** How many were given up and wait for a person. */
export const useDeadCount = () =>
  useQuery({
    ...listWebhookMessagesOptions({ query: { state: 'DEAD', page_size: 1 } }),
    select: (page) => page.meta.total,
  });

/** The title of one of our codes; anything else that went wrong has none. */
export const useErrorEntry = (code: string | null) =>
  useQuery({
    ...listErrorCatalogueOptions(),
    staleTime: Infinity,
    enabled: code !== null,
    select: (entries) => entries.find((entry) => entry.code === code) ?? null,
  });

export const retryMessage = (id: number) =>
  answerOf(retryWebhookMessage({ path: { id }, throwOnError: true }));

export const sendTest = (bankId: number) =>
  answerOf(sendTestNotification({ body: { bank_id: bankId }, throwOnError: true }));
