import { useQuery } from '@tanstack/react-query';
import { previewBillRun, resumeBillRun, startBillRun } from '@tirtapay/api-client';
import type { BillRunBody, BillRunDto } from '@tirtapay/api-client';
import { getBillRunOptions, listSealedLeftOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const isOpen = (run: BillRunDto): boolean => run.status === 'QUEUED' || run.status === 'RUNNING';

/** Asked every second while the run is on its way; the answer that it has ended stops the asking. */
export const useBillRun = (id: number) =>
  useQuery({
    ...getBillRunOptions({ path: { id } }),
    refetchInterval: ({ state }) => (state.data && !isOpen(state.data) ? false : 1000),
  });

/** Months whose sealed connections wait for one more run. */
export const useSealedLeft = () => useQuery(listSealedLeftOptions());

export const previewRun = (body: BillRunBody) => answerOf(previewBillRun({ body, throwOnError: true }));
export const startRun = (body: BillRunBody) => answerOf(startBillRun({ body, throwOnError: true }));
export const resumeRun = (id: number) => answerOf(resumeBillRun({ path: { id }, throwOnError: true }));
