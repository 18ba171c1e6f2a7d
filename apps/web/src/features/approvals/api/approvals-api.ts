import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { decideApproval as decide } from '@tirtapay/api-client';
import type { DecideApprovalBody, ListApprovalsData } from '@tirtapay/api-client';
import { getApprovalOptions, listApprovalsOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../lib/api';

export const useApprovals = (query: NonNullable<ListApprovalsData['query']>) =>
  useQuery({ ...listApprovalsOptions({ query }), placeholderData: keepPreviousData });

export const useApproval = (id: number) => useQuery(getApprovalOptions({ path: { id } }));

export const decideApproval = ({ id, ...body }: DecideApprovalBody & { id: number }) =>
  answerOf(decide({ path: { id }, body, throwOnError: true }));
