import { Problem } from '../problem';
import { LIST_SAYS } from './sentences';

export const FORMATS = ['csv', 'xlsx'] as const;
type ExportFormat = (typeof FORMATS)[number];

export const CSV_TYPE = 'text/csv; charset=utf-8';
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** @throws Problem request.invalid for a format that is not there */
export function exportFormat(query: unknown): ExportFormat {
  const asked = (query as Readonly<Record<string, unknown>> | undefined)?.format ?? '';
  if (asked === '') return 'csv';
  const format = FORMATS.find((known) => known === asked);
  if (format === undefined)
    throw new Problem('request.invalid', {
      errors: [
        {
          pointer: '?format',
          code: 'not_a_choice',
          message: LIST_SAYS.notAChoice('format', FORMATS),
        },
      ],
    });
  return format;
}
