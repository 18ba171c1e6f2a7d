import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  previewBillRun,
  resumeBillRun,
  startBillRun,
  exportBillRuns as exportAll,
} from '@tirtapay/api-client';
import type { BillRunBody, BillRunResponse, ListBillRunsData } from '@tirtapay/api-client';
import { getBillRunOptions, listBillRunsOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

type BillRunsQuery = NonNullable<ListBillRunsData['query']>;

export const useBillRuns = (query: BillRunsQuery) =>
  useQuery({ ...listBillRunsOptions({ query }), placeholderData: keepPreviousData });

export const isOpen = (run: BillRunResponse): boolean => run.status === 'QUEUED' || run.status === 'RUNNING';

/** Asked every second while the run is on its way; the answer that it has ended stops the asking. */
export const useBillRun = (id: number) =>
  useQuery({
    ...getBillRunOptions({ path: { id } }),
    refetchInterval: ({ state }) => (state.data && !isOpen(state.data) ? false : 1000),
  });

export const previewRun = (body: BillRunBody) => answerOf(previewBillRun({ body, throwOnError: true }));
export const startRun = (body: BillRunBody) => answerOf(startBillRun({ body, throwOnError: true }));
export const resumeRun = (id: number) => answerOf(resumeBillRun({ path: { id }, throwOnError: true }));

export const exportBillRuns = ({ page: _page, page_size: _size, ...query }: BillRunsQuery) =>
  saveExport(exportAll({ query, ...AS_FILE }), 'penetapan.csv');
