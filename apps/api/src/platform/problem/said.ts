import { formatDateLong, isBusinessDate, isPeriod, periodName, type Language } from '@tirtapay/domain';

/** A month or a day within a sentence, as people say it: `Oktober 2026`, `1 Oktober 2026`. Anything else as it is. */
export function said(value: string, language: Language): string {
  if (isPeriod(value)) return periodName(value, language);
  return isBusinessDate(value) ? formatDateLong(value, language) : value;
}
