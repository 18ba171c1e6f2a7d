import { useQuery } from '@tanstack/react-query';
import { exportReport, printReport, setReportLetterhead as set } from '@tirtapay/api-client';
import type { SetReportLetterheadBody } from '@tirtapay/api-client';
import { getReportLetterheadOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import type { ReportQuery } from '../../../../components/report/report-api';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

export const REPORT_FILES = ['pdf', 'xlsx', 'csv'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];

export function saveReport(key: string, query: ReportQuery, format: ReportFile): Promise<void> {
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
