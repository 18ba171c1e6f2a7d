import type { ReportSummaryDto } from '@tirtapay/api-client';
import {
  addMonths,
  isBusinessDate,
  isCustomerNumber,
  isPeriod,
  period,
  periodOfDate,
  businessDate,
} from '@tirtapay/domain';

type Parameter = ReportSummaryDto['parameters'][number];

function fits({ kind, choices }: Parameter, text: string): boolean {
  switch (kind) {
    case 'DATE':
      return isBusinessDate(text);
    case 'PERIOD':
      return isPeriod(text);
    case 'CUSTOMER':
      return isCustomerNumber(text);
    case 'CHOICE':
      return choices.some(({ value }) => value === text);
  }
}

/** The month up to today; the usage month that is collected now, or the year up to it; the first of several choices. */
function usual({ name, kind, choices, optional }: Parameter, today: string): string {
  if (optional) return '';
  const collected = addMonths(periodOfDate(businessDate(today)), -1);
  switch (kind) {
    case 'DATE':
      return name === 'from' ? `${today.slice(0, 8)}01` : today;
    case 'PERIOD':
      return name === 'from' ? addMonths(period(collected), -2) : collected;
    case 'CHOICE':
      return choices[0]?.value ?? '';
    case 'CUSTOMER':
      return '';
  }
}

/**
 * What the address says and no report of this kind is asked: a choice that is gone, a name that was mistyped, one thing said
 * twice. Left out, it would be answered with a report of everything.
 */
export function strayIn(parameters: readonly Parameter[], address: URLSearchParams): string[] {
  return [...new Set(address.keys())].flatMap((name) => {
    const parameter = parameters.find((one) => one.name === name);
    const given = address.getAll(name);
    const [only = ''] = given;
    const known = parameter !== undefined && given.length === 1 && (only === '' || fits(parameter, only));
    return known ? [] : given.map((value) => `${parameter?.title ?? name}: ${value}`);
  });
}

/** What the address asks for, where it is something that exists; otherwise the usual. */
export function askedFor(
  parameters: readonly Parameter[],
  address: URLSearchParams,
  today: string,
): Record<string, string> {
  return Object.fromEntries(
    parameters.map((parameter) => {
      const given = address.get(parameter.name) ?? '';
      return [parameter.name, fits(parameter, given) ? given : usual(parameter, today)];
    }),
  );
}

/** Only what has a value; null while something is missing that has to be there. */
export function complete(
  parameters: readonly Parameter[],
  asked: Readonly<Record<string, string>>,
): Record<string, string> | null {
  if (parameters.some(({ name, optional }) => !optional && (asked[name] ?? '') === '')) return null;
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
}
