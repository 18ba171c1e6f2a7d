import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { exportCases as exportAll, resolveCase as resolve } from '@tirtapay/api-client';
import type { ListCasesData, ResolveCaseBody } from '@tirtapay/api-client';
import { getCaseOptions, listCasesOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

type CasesQuery = NonNullable<ListCasesData['query']>;

export const useCases = (query: CasesQuery) =>
  useQuery({ ...listCasesOptions({ query }), placeholderData: keepPreviousData });

export const useCase = (id: number) => useQuery(getCaseOptions({ path: { id } }));

/** How many wait for a decision. */
export const useOpenCount = () =>
  useQuery({
    ...listCasesOptions({ query: { status: 'OPEN', page_size: 1 } }),
    select: (page) => page.meta.total,
  });

export const resolveCase = ({ id, ...body }: ResolveCaseBody & { id: number }) =>
  answerOf(resolve({ path: { id }, body, throwOnError: true }));

export const exportCases = ({ page: _page, page_size: _size, ...query }: CasesQuery) =>
  saveExport(exportAll({ query, ...AS_FILE }), 'kasus.csv');
