import { useQuery } from '@tanstack/react-query';
import { changeSavedReport, removeSavedReport, saveReport, stopReportSchedule } from '@tirtapay/api-client';
import type { ChangeSavedReportBody, SavedReportDto, SaveReportBody } from '@tirtapay/api-client';
import { getSavedReportsOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export type SavedReport = SavedReportDto;
export type Schedule = NonNullable<SaveReportBody['schedule']>;

export const useSavedReports = () => useQuery(getSavedReportsOptions());

export async function keepReport(body: SaveReportBody): Promise<void> {
  await saveReport({ body, throwOnError: true });
}

export async function changeKeptReport({
  id,
  ...body
}: ChangeSavedReportBody & { id: number }): Promise<void> {
  await changeSavedReport({ path: { id }, body, throwOnError: true });
}

export const removeKeptReport = (id: number) =>
  answerOf(removeSavedReport({ path: { id }, throwOnError: true }));

export const stopSchedule = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(stopReportSchedule({ path: { id }, body: { reason }, throwOnError: true }));
