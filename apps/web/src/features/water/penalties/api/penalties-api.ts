import { createPenaltyPolicy, previewPenaltyPolicy } from '@tirtapay/api-client';
import type { CreatePenaltyPolicyBody } from '@tirtapay/api-client';
import { answerOf } from '../../../../lib/api';

export const previewPolicy = (body: CreatePenaltyPolicyBody) =>
  answerOf(previewPenaltyPolicy({ body, throwOnError: true }));

export const proposePolicy = (body: CreatePenaltyPolicyBody) =>
  answerOf(createPenaltyPolicy({ body, throwOnError: true }));
