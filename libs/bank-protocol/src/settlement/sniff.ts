import type { MappingFormat } from '@tirtapay/domain';

/** What kind of file begins like this; null: a table or nothing known. Sheets are told apart by their container. */
export function sniffFormat(head: string): Exclude<MappingFormat, 'CSV'> | 'XLSX' | 'SPREADSHEET' | null {
  if (head.startsWith('PK\u0003\u0004')) return 'XLSX';
  // Of before 2007: nothing kept up reads it.
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'SPREADSHEET';
  const text = head.trimStart();
  if (text.startsWith('<')) return 'CAMT053';
  if (/^(?:\{1:|:20:|:1:F01)/.test(text) || /^:25:|^:61:\d{6}/m.test(text)) return 'MT940';
  if (/^H\d{3}[A-Z ]{4}\d{8}/.test(text)) return 'FIXED';
  return null;
}
