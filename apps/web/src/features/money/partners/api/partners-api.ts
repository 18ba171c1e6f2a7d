import { useQuery } from '@tanstack/react-query';
import {
  requestPartner as askPartner,
  requestPartnerKey,
  requestPartnerKeyRotation,
  requestPartnerSettings,
  requestPartnerTopUp,
  requestTopUpCorrection,
  revealPartnerKeySecret,
  revokePartnerKey,
} from '@tirtapay/api-client';
import type {
  ChangePartnerSettingsBody,
  CorrectMoveBody,
  CreatePartnerBody,
  RequestKeyBody,
  RevokeKeyBody,
  RotateKeyBody,
  TopUpBody,
} from '@tirtapay/api-client';
import { getPartnerOptions, listPartnersOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

/** Somebody else decides meanwhile, in another browser. */
const DECISION_MILLISECONDS = 10_000;

export const usePartners = () => useQuery(listPartnersOptions());

export const usePartner = (id: number) =>
  useQuery({ ...getPartnerOptions({ path: { id } }), refetchInterval: DECISION_MILLISECONDS });

export const requestPartner = (body: CreatePartnerBody) => answerOf(askPartner({ body, throwOnError: true }));

export const requestSettings = ({ id, ...body }: ChangePartnerSettingsBody & { id: number }) =>
  answerOf(requestPartnerSettings({ path: { id }, body, throwOnError: true }));

export const requestTopUp = ({ id, ...body }: TopUpBody & { id: number }) =>
  answerOf(requestPartnerTopUp({ path: { id }, body, throwOnError: true }));

export const requestKey = ({ id, ...body }: RequestKeyBody & { id: number }) =>
  answerOf(requestPartnerKey({ path: { id }, body, throwOnError: true }));

interface OneKey {
  id: number;
  keyId: number;
}

export const requestRotation = ({ id, keyId, ...body }: RotateKeyBody & OneKey) =>
  answerOf(requestPartnerKeyRotation({ path: { id, keyId }, body, throwOnError: true }));

export const revealSecret = ({ id, keyId }: OneKey) =>
  answerOf(revealPartnerKeySecret({ path: { id, keyId }, throwOnError: true }));

export const revokeKey = ({ id, keyId, ...body }: RevokeKeyBody & OneKey) =>
  answerOf(revokePartnerKey({ path: { id, keyId }, body, throwOnError: true }));

export const correctTopUp = ({ id, ...body }: CorrectMoveBody & { id: number }) =>
  answerOf(requestTopUpCorrection({ path: { id }, body, throwOnError: true }));
