import {
  daysBetween,
  isBusinessDate,
  isCustomerNumber,
  isPeriod,
  monthsBetween,
  type BusinessDate,
  type Period,
} from '@tirtapay/domain';
import type { ListParameters } from '../../../../platform/list';
import { Problem, type Sentence } from '../../../../platform/problem';
import { REPORTING_SAYS } from '../sentences';
import type { ReportDefinition, ReportParameter } from './report';

export type ReportValues = Readonly<Record<string, string | null>>;

const WHOLE = /^[1-9]\d{0,15}$/;
/** Of a name somebody made up. */
const SHOWN = 50;

function refuse(name: string, code: string, message: Sentence): never {
  throw new Problem('request.invalid', { errors: [{ pointer: `?${name}`, code, message }] });
}

function checked(
  { name, kind, choices, optional, usual = '' }: ReportParameter,
  given: unknown,
): string | null {
  const value = typeof given === 'string' && given !== '' ? given : usual;
  if (value === '' && optional === true) return null;
  switch (kind) {
    case 'DATE':
      return isBusinessDate(value) ? value : refuse(name, 'not_a_date', REPORTING_SAYS.notADay(name));
    case 'PERIOD':
      return isPeriod(value) ? value : refuse(name, 'not_a_period', REPORTING_SAYS.notAPeriod(name));
    case 'CUSTOMER':
      return isCustomerNumber(value) ? value : refuse(name, 'not_a_number', REPORTING_SAYS.notANumber);
    case 'CHOICE':
      return (typeof choices === 'string' ? WHOLE.test(value) : Object.hasOwn(choices ?? {}, value))
        ? value
        : refuse(name, 'not_a_choice', REPORTING_SAYS.notAChoice(name));
  }
}

function span(report: ReportDefinition, { from, to }: ReportValues): void {
  if (typeof from !== 'string' || typeof to !== 'string') return;
  if (from > to) refuse('to', 'not_later', REPORTING_SAYS.endsBeforeItBegins);
  const { longest } = report;
  if (longest === undefined) return;
  if ('days' in longest && daysBetween(from as BusinessDate, to as BusinessDate) >= longest.days)
    refuse('to', 'out_of_range', REPORTING_SAYS.tooManyDays(longest.days));
  if ('periods' in longest && monthsBetween(from as Period, to as Period) >= longest.periods)
    refuse('to', 'out_of_range', REPORTING_SAYS.tooManyPeriods(longest.periods));
}

/** A name that is mistyped, or stands there twice, would be a report of everything that says nothing of it. */
function known({ parameters }: ReportDefinition, given: ListParameters): void {
  for (const [name, value] of Object.entries(given)) {
    // Of the file, and not of what is in it.
    if (name === 'format') continue;
    const shown = name.slice(0, SHOWN);
    if (!parameters.some((parameter) => parameter.name === name))
      refuse(shown, 'unknown_parameter', REPORTING_SAYS.notAsked(shown));
    if (typeof value !== 'string') refuse(shown, 'repeated', REPORTING_SAYS.askedTwice(shown));
  }
}

/** What the report is asked, each parameter as it says. @throws Problem request.invalid naming the wrong one */
export function reportValues(report: ReportDefinition, given: ListParameters): ReportValues {
  known(report, given);
  const values = Object.fromEntries(
    report.parameters.map((parameter) => [parameter.name, checked(parameter, given[parameter.name])]),
  );
  span(report, values);
  return values;
}
