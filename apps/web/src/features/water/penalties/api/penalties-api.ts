import { useQuery } from '@tanstack/react-query';
import {
  changePenaltyPolicy,
  createPenaltyPolicy,
  previewPenaltyPolicy,
  previewPenaltyPolicyChange,
} from '@tirtapay/api-client';
import type {
  ChangePenaltyPolicyBody,
  CreatePenaltyPolicyBody,
  PreviewPolicyChangeBody,
} from '@tirtapay/api-client';
import { getPenaltyPolicyOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const previewPolicy = (body: CreatePenaltyPolicyBody) =>
  answerOf(previewPenaltyPolicy({ body, throwOnError: true }));

export const proposePolicy = (body: CreatePenaltyPolicyBody) =>
  answerOf(createPenaltyPolicy({ body, throwOnError: true }));

export const usePolicy = (id: number) => useQuery(getPenaltyPolicyOptions({ path: { id } }));

export const changePolicy = ({ id, ...body }: ChangePenaltyPolicyBody & { id: number }) =>
  answerOf(changePenaltyPolicy({ path: { id }, body, throwOnError: true }));

export const useChangeEffect = (id: number, change: PreviewPolicyChangeBody) =>
  useQuery({
    queryKey: ['previewPenaltyPolicyChange', id, change],
    queryFn: ({ signal }) =>
      answerOf(previewPenaltyPolicyChange({ path: { id }, body: change, signal, throwOnError: true })),
    retry: false,
  });
