import type { ReportSummaryDto } from '@tirtapay/api-client';
import { isBusinessDate, isPeriod } from '@tirtapay/domain';

type Parameter = ReportSummaryDto['parameters'][number];

const FITS: Readonly<Record<Parameter['kind'], (text: string) => boolean>> = {
  DATE: isBusinessDate,
  PERIOD: isPeriod,
};

/** The month up to today; usage months: the year up to this one. */
function usual({ name, kind }: Parameter, today: string): string {
  if (kind === 'DATE') return name === 'from' ? `${today.slice(0, 8)}01` : today;
  return name === 'from' ? `${today.slice(0, 4)}-01` : today.slice(0, 7);
}

/** What the address asks for, where it is a day or a month that exists; otherwise the usual. */
export function askedFor(
  parameters: readonly Parameter[],
  address: URLSearchParams,
  today: string,
): Record<string, string> {
  return Object.fromEntries(
    parameters.map((parameter) => {
      const given = address.get(parameter.name) ?? '';
      return [parameter.name, FITS[parameter.kind](given) ? given : usual(parameter, today)];
    }),
  );
}
