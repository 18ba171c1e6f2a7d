import { useQuery } from '@tanstack/react-query';
import {
  requestBank as askBank,
  requestBankKey,
  requestBankKeyRotation,
  requestBankSettings,
  requestSnapPartner,
  requestSnapPublicKey,
  requestSnapSecretRotation,
  removeSnapPublicKey,
  revealBankKeySecret,
  revealSnapSecret,
  revokeBankKey,
  revokeSnapPartner,
} from '@tirtapay/api-client';
import type {
  AddPublicKeyBody,
  ChangeBankSettingsBody,
  CreateBankBody,
  CreateSnapPartnerBody,
  RemovePublicKeyBody,
  RequestKeyBody,
  RevokeKeyBody,
  RotateKeyBody,
} from '@tirtapay/api-client';
import {
  getBankOptions,
  getBankStatusOptions,
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

/** Why, and whether it is known to be the last one of a bank with real money. */
type Revocation = RevokeKeyBody;

export const revokeKey = ({ bankId, keyId, ...body }: Revocation & { bankId: number; keyId: number }) =>
  answerOf(revokeBankKey({ path: { id: bankId, keyId }, body, throwOnError: true }));

interface OnePartner {
  bankId: number;
  partnerId: number;
}

export const requestPartner = ({ bankId, ...body }: CreateSnapPartnerBody & { bankId: number }) =>
  answerOf(requestSnapPartner({ path: { id: bankId }, body, throwOnError: true }));

export const requestPartnerRotation = ({ bankId, partnerId, ...body }: RotateKeyBody & OnePartner) =>
  answerOf(requestSnapSecretRotation({ path: { id: bankId, partnerId }, body, throwOnError: true }));

export const revealPartnerSecret = ({ bankId, partnerId }: OnePartner) =>
  answerOf(revealSnapSecret({ path: { id: bankId, partnerId }, throwOnError: true }));

export const requestPublicKey = ({ bankId, partnerId, ...body }: AddPublicKeyBody & OnePartner) =>
  answerOf(requestSnapPublicKey({ path: { id: bankId, partnerId }, body, throwOnError: true }));

export const removePublicKey = ({ bankId, partnerId, ...body }: RemovePublicKeyBody & OnePartner) =>
  answerOf(removeSnapPublicKey({ path: { id: bankId, partnerId }, body, throwOnError: true }));

export const revokePartner = ({ bankId, partnerId, ...body }: Revocation & OnePartner) =>
  answerOf(revokeSnapPartner({ path: { id: bankId, partnerId }, body, throwOnError: true }));

export const requestSettings = ({ bankId, ...body }: ChangeBankSettingsBody & { bankId: number }) =>
  answerOf(requestBankSettings({ path: { id: bankId }, body, throwOnError: true }));
