import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  createPenaltyPolicy,
  exportPenaltyPolicies as exportAll,
  previewPenaltyPolicy,
} from '@tirtapay/api-client';
import type { CreatePenaltyPolicyBody, ListPenaltyPoliciesData } from '@tirtapay/api-client';
import { listPenaltyPoliciesOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

type PoliciesQuery = NonNullable<ListPenaltyPoliciesData['query']>;

export const usePolicies = (query: PoliciesQuery) =>
  useQuery({ ...listPenaltyPoliciesOptions({ query }), placeholderData: keepPreviousData });

export const previewPolicy = (body: CreatePenaltyPolicyBody) =>
  answerOf(previewPenaltyPolicy({ body, throwOnError: true }));

export const proposePolicy = (body: CreatePenaltyPolicyBody) =>
  answerOf(createPenaltyPolicy({ body, throwOnError: true }));

export const exportPolicies = ({ page: _page, page_size: _size, ...query }: PoliciesQuery) =>
  saveExport(exportAll({ query, ...AS_FILE }), 'kebijakan-denda.csv');
