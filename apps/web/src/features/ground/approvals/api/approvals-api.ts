import { useQuery } from '@tanstack/react-query';
import {
  decideApproval as decide,
  showCodeHalf as half,
  withdrawApproval as withdraw,
} from '@tirtapay/api-client';
import type { DecideApprovalBody } from '@tirtapay/api-client';
import { getApprovalOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const useApproval = (id: number) => useQuery(getApprovalOptions({ path: { id } }));

export const decideApproval = ({ id, ...body }: DecideApprovalBody & { id: number }) =>
  answerOf(decide({ path: { id }, body, throwOnError: true }));

export const withdrawApproval = (id: number) => answerOf(withdraw({ path: { id }, throwOnError: true }));

export const showCodeHalf = (approvalId: number) =>
  answerOf(half({ path: { approvalId }, throwOnError: true }));
