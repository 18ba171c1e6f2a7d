import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  decideApproval as decide,
  exportApprovals as exportAll,
  showCodeHalf as half,
  withdrawApproval as withdraw,
} from '@tirtapay/api-client';
import type { DecideApprovalBody, ListApprovalsData } from '@tirtapay/api-client';
import { getApprovalOptions, listApprovalsOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

export type ApprovalsQuery = NonNullable<ListApprovalsData['query']>;

export const useApprovals = (query: ApprovalsQuery) =>
  useQuery({ ...listApprovalsOptions({ query }), placeholderData: keepPreviousData });

export const useApproval = (id: number) => useQuery(getApprovalOptions({ path: { id } }));

export const decideApproval = ({ id, ...body }: DecideApprovalBody & { id: number }) =>
  answerOf(decide({ path: { id }, body, throwOnError: true }));

export const withdrawApproval = (id: number) => answerOf(withdraw({ path: { id }, throwOnError: true }));

export const showCodeHalf = (approvalId: number) =>
  answerOf(half({ path: { approvalId }, throwOnError: true }));

export const exportApprovals = ({ page: _page, page_size: _size, ...query }: ApprovalsQuery) =>
  saveExport(exportAll({ query, ...AS_FILE }), 'persetujuan.csv');
