import { relativeDay, relativePeriod, type BusinessDate } from '@tirtapay/domain';
import type { ReportDefinition } from '../reports/report';
import { reportValues } from '../reports/report-parameters';

/**
 * What a report that was kept is asked on a day: words like `month-1` in place of months and days become what they mean on it.
 * @returns as the address has it, checked
 * @throws Problem request.invalid naming the wrong parameter
 */
export function askedOn(report: ReportDefinition, parameters: string, day: BusinessDate): string {
  const kept = saidIn(new URLSearchParams(parameters));
  const meant = Object.fromEntries(
    report.parameters.map(({ name, kind }): [string, string | string[]] => {
      const word = kept[name] ?? '';
      if (typeof word !== 'string') return [name, word];
      const relative =
        kind === 'PERIOD' ? relativePeriod(word, day) : kind === 'DATE' ? relativeDay(word, day) : null;
      return [name, relative ?? word];
    }),
  );
  const values = Object.entries(reportValues(report, { ...kept, ...meant }));
  return new URLSearchParams(
    values.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]])),
  ).toString();
}

/** One value of a name, or all of them: that one is there twice is for the report to refuse. */
function saidIn(parameters: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
