/** Languages of every printed text: Bahasa Indonesia first, English second. */
export type Language = 'id' | 'en';

export const MONTH_NAMES: Readonly<Record<Language, readonly string[]>> = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** Name of month 1…12. */
export function monthName(month: number, language: Language): string {
  const name = MONTH_NAMES[language][month - 1];
  if (name === undefined) throw new RangeError(`no such month: ${String(month)}`);
  return name;
}
