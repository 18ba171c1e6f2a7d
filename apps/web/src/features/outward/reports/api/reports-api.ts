import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { exportReport as exportOne } from '@tirtapay/api-client';
import { listReportsOptions, readReportOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import type { FileFormat } from '../../../../components/list-page/list-api';
import { AS_FILE, saveExport } from '../../../../lib/api';

export type ReportQuery = Readonly<Record<string, string>>;

export const useReports = () => useQuery(listReportsOptions());

/** Null while something the report asks for is missing. */
export const useReport = (key: string | undefined, query: ReportQuery | null) =>
  useQuery({
    ...readReportOptions({ path: { key: key ?? '' }, query: query ?? {} }),
    enabled: key !== undefined && query !== null,
    placeholderData: keepPreviousData,
  });

export const exportReport = (key: string, query: ReportQuery, format: FileFormat) =>
  saveExport(exportOne({ path: { key }, query: { ...query, format }, ...AS_FILE }), `${key}.${format}`);
