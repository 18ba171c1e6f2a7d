import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import type { Approval, ApprovalStatus, ListQuery, Page } from '../../../lib/api-types';

export type ApprovalsQuery = ListQuery & { status?: ApprovalStatus; kind?: string; mine?: boolean };

export function useApprovals(query: ApprovalsQuery) {
  return useQuery({
    queryKey: ['approvals', 'list', query],
    queryFn: ({ signal }) => api.get<Page<Approval>>('/approvals', { ...query }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useApproval(id: number) {
  return useQuery({
    queryKey: ['approvals', id],
    queryFn: ({ signal }) => api.get<Approval>(`/approvals/${String(id)}`, {}, signal),
  });
}

export const decideApproval = ({
  id,
  ...body
}: {
  id: number;
  decision: 'APPROVE' | 'REJECT';
  note?: string;
}) => api.post<Approval>(`/approvals/${String(id)}/decision`, body);
