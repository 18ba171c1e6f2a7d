import { useQuery } from '@tanstack/react-query';
import { exportReport, printReport, setReportLetterhead as set } from '@tirtapay/api-client';
import type { SetReportLetterheadBody } from '@tirtapay/api-client';
import { getReportLetterheadOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import type { ReportQuery } from '../../../../components/report/report-api';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

export const REPORT_FILES = ['pdf', 'xlsx', 'csv'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];

/** Of the route that writes it, for a file in the background. */
export function reportAddress(key: string, query: ReportQuery, format: ReportFile): string {
  const asked = new URLSearchParams(format === 'pdf' ? query : { ...query, format }).toString();
  return `/api/v1/reports/${key}/${format === 'pdf' ? 'pdf' : 'export'}${asked === '' ? '' : `?${asked}`}`;
}

export function saveReportFile(key: string, query: ReportQuery, format: ReportFile): Promise<void> {
  const call =
    format === 'pdf'
      ? printReport({ path: { key }, query, ...AS_FILE })
      : exportReport({ path: { key }, query: { ...query, format }, ...AS_FILE });
  return saveExport(call, `${key}.${format}`);
}

/** Of a report, or of `all`. */
export const useLetterhead = (key: string) => useQuery(getReportLetterheadOptions({ path: { key } }));

export const setLetterhead = ({ key, ...body }: SetReportLetterheadBody & { key: string }) =>
  answerOf(set({ path: { key }, body, throwOnError: true }));
