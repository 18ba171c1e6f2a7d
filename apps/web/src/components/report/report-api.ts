import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listReportsOptions, readReportOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';

export type ReportQuery = Readonly<Record<string, string>>;

/** Those the reader may open; nobody else asks. */
export const useReports = (enabled = true) => useQuery({ ...listReportsOptions(), enabled });

/** Null while something the report asks for is missing. */
export const useReport = (key: string, query: ReportQuery | null) =>
  useQuery({
    ...readReportOptions({ path: { key }, query: query ?? {} }),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });
