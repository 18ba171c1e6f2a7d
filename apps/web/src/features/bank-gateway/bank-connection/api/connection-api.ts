import { useQuery } from '@tanstack/react-query';
import { keepBankSecret, requestBankConnection } from '@tirtapay/api-client';
import type { ChangeConnectionBody, ConnectionSecretBody } from '@tirtapay/api-client';
import {
  getBankConnectionOptions,
  listApprovalsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

/** Somebody else decides meanwhile, in another browser. */
const DECISION_MILLISECONDS = 10_000;

export const useConnection = (bankId: number) =>
  useQuery({ ...getBankConnectionOptions({ path: { id: bankId } }), refetchInterval: DECISION_MILLISECONDS });

/** Whether a change of this connection waits for the second person. */
export const usePendingChange = (bankId: number) =>
  useQuery({
    ...listApprovalsOptions({ query: { status: 'PENDING', page_size: 100 } }),
    refetchInterval: DECISION_MILLISECONDS,
    select: (page) =>
      page.data.some(
        ({ subject, kind }) => kind === 'bank_connection' && subject === `bank_integration/${String(bankId)}`,
      ),
  });

export const requestConnection = ({ bankId, ...body }: ChangeConnectionBody & { bankId: number }) =>
  answerOf(requestBankConnection({ path: { id: bankId }, body, throwOnError: true }));

export const keepSecret = ({ bankId, ...body }: ConnectionSecretBody & { bankId: number }) =>
  answerOf(keepBankSecret({ path: { id: bankId }, body, throwOnError: true }));
