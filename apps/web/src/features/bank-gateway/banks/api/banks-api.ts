import { useQuery } from '@tanstack/react-query';
import {
  requestBank as askBank,
  requestBankKey,
  requestBankKeyRotation,
  requestBankSettings,
  revealBankKeySecret,
  revokeBankKey,
} from '@tirtapay/api-client';
import type {
  ChangeBankSettingsBody,
  CreateBankBody,
  RequestKeyBody,
  RotateKeyBody,
} from '@tirtapay/api-client';
import {
  getBankOptions,
  getBankStatusOptions,
  listApprovalsOptions,
  listBanksOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

/** The light covers the last quarter of an hour; asking more often would only move the last digit. */
const STATUS_MILLISECONDS = 15_000;
/** Somebody else decides about a key meanwhile, in another browser. */
const DECISION_MILLISECONDS = 10_000;

export const useBanks = () => useQuery(listBanksOptions());

export const useBank = (id: number) =>
  useQuery({ ...getBankOptions({ path: { id } }), refetchInterval: DECISION_MILLISECONDS });

export const useBankStatus = (id: number) =>
  useQuery({ ...getBankStatusOptions({ path: { id } }), refetchInterval: STATUS_MILLISECONDS });

/** What waits for a second person about this bank. */
export const useOpenRequests = (bankId: number) =>
  useQuery({
    ...listApprovalsOptions({ query: { status: 'PENDING', page_size: 100 } }),
    refetchInterval: DECISION_MILLISECONDS,
    select: (page) => page.data.filter(({ subject }) => subject === `bank_integration/${String(bankId)}`),
  });

export const requestBank = (body: CreateBankBody) => answerOf(askBank({ body, throwOnError: true }));

export const requestKey = ({ bankId, ...body }: RequestKeyBody & { bankId: number }) =>
  answerOf(requestBankKey({ path: { id: bankId }, body, throwOnError: true }));

export const requestRotation = ({
  bankId,
  keyId,
  ...body
}: RotateKeyBody & { bankId: number; keyId: number }) =>
  answerOf(requestBankKeyRotation({ path: { id: bankId, keyId }, body, throwOnError: true }));

export const revealSecret = ({ bankId, keyId }: { bankId: number; keyId: number }) =>
  answerOf(revealBankKeySecret({ path: { id: bankId, keyId }, throwOnError: true }));

export const revokeKey = ({ bankId, keyId, reason }: { bankId: number; keyId: number; reason: string }) =>
  answerOf(revokeBankKey({ path: { id: bankId, keyId }, body: { reason }, throwOnError: true }));

export const requestSettings = ({ bankId, ...body }: ChangeBankSettingsBody & { bankId: number }) =>
  answerOf(requestBankSettings({ path: { id: bankId }, body, throwOnError: true }));
