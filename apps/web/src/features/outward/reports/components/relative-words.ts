import { businessDate, relativeOfDay, relativeOfPeriod, type BusinessDate } from '@tirtapay/domain';
import type { ReportSummaryDto } from '@tirtapay/api-client';
import type { TFunction } from 'i18next';
import { formatDate, formatPeriod } from '../../../../lib/format';

type Parameter = ReportSummaryDto['parameters'][number];

const WORD = /^(month|day)-(\d+)(?:\.(first|last))?$/;

export const isRelative = (text: string): boolean => WORD.test(text);

/** What a day or month counted from today is called: `Bulan lalu`, `Akhir bulan ini`. */
export function relativeName(word: string, t: TFunction<'reports'>): string {
  const [, unit = '', back = '', end] = WORD.exec(word) ?? [];
  const count = Number(back);
  if (unit === 'day')
    return count === 0
      ? t('relative.today')
      : count === 1
        ? t('relative.yesterday')
        : t('relative.daysAgo', { count });
  const month =
    count === 0
      ? t('relative.thisMonth')
      : count === 1
        ? t('relative.lastMonth')
        : t('relative.monthsAgo', { count });
  if (end === undefined) return month;
  return t(end === 'first' ? 'relative.firstOf' : 'relative.lastOf', { month: month.toLowerCase() });
}

/** A day or month as it stands. */
export const fixedName = ({ kind }: Parameter, value: string): string =>
  kind === 'PERIOD' ? formatPeriod(value) : formatDate(value);

export const isTime = ({ kind }: Parameter): boolean => kind === 'PERIOD' || kind === 'DATE';

/** The word that means today what was chosen; null where there is none. */
export function relativeOf({ kind }: Parameter, value: string, today: string): string | null {
  const day: BusinessDate = businessDate(today);
  return kind === 'PERIOD' ? relativeOfPeriod(value, day) : relativeOfDay(value, day);
}
