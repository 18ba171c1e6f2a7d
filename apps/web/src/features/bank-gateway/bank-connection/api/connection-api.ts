import { useQuery } from '@tanstack/react-query';
import {
  makeBankOwnKey,
  requestBankConnection,
  requestBankOwnKey,
  requestBankSecret,
} from '@tirtapay/api-client';
import type { ChangeConnectionBody, ConnectionSecretBody, OwnKeyBody } from '@tirtapay/api-client';
import {
  getBankConnectionOptions,
  listApprovalsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

/** Somebody else decides meanwhile, in another browser. */
const DECISION_MILLISECONDS = 10_000;

export const useConnection = (bankId: number) =>
  useQuery({ ...getBankConnectionOptions({ path: { id: bankId } }), refetchInterval: DECISION_MILLISECONDS });

/** Which changes of this connection wait for the second person. */
export const usePendingChanges = (bankId: number) =>
  useQuery({
    ...listApprovalsOptions({ query: { status: 'PENDING', page_size: 100 } }),
    refetchInterval: DECISION_MILLISECONDS,
    select: (page) =>
      page.data
        .filter(({ subject }) => subject === `bank_integration/${String(bankId)}`)
        .map(({ kind }) => kind),
  });

export const requestConnection = ({ bankId, ...body }: ChangeConnectionBody & { bankId: number }) =>
  answerOf(requestBankConnection({ path: { id: bankId }, body, throwOnError: true }));

export const requestSecret = ({ bankId, ...body }: ConnectionSecretBody & { bankId: number }) =>
  answerOf(requestBankSecret({ path: { id: bankId }, body, throwOnError: true }));

export const makeOwnKey = (bankId: number) =>
  answerOf(makeBankOwnKey({ path: { id: bankId }, throwOnError: true }));

export const requestOwnKey = ({ bankId, ...body }: OwnKeyBody & { bankId: number }) =>
  answerOf(requestBankOwnKey({ path: { id: bankId }, body, throwOnError: true }));
