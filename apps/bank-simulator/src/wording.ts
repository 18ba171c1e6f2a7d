import { formatDateLong, formatInstant, isBusinessDate, isPeriod, periodName } from '@tirtapay/domain';
import { parseRfc3339, type AnswerVerdict } from '@tirtapay/bank-protocol';
import type { Operation } from './exchange-log';
import type { JournalEntry } from './journal';

/** The bank's own words, shared by its page and its command line. */
export const OPERATION_WORDS: Readonly<Record<Operation, string>> = {
  inquiry: 'Cek tagihan',
  payment: 'Bayar',
  retry: 'Kirim ulang',
  status: 'Cek status',
  reversal: 'Batalkan',
};

export const VERDICT_WORDS: Readonly<Record<AnswerVerdict, string>> = {
  VALID: 'sah',
  INVALID: 'TIDAK SAH',
  ABSENT: 'tidak ada',
};

export const STATE_WORDS: Readonly<Record<JournalEntry['state'], string>> = {
  UNKNOWN: 'Belum pasti',
  POSTED: 'Lunas',
  REFUSED: 'Ditolak',
  REVERSED: 'Dibatalkan',
};

export const CHANNELS = ['TELLER', 'ATM', 'MOBILE', 'INTERNET', 'EDC', 'VA', 'QRIS', 'AGENT'] as const;

export const DEFAULT_REASON = 'Salah memasukkan nomor pelanggan';

const ZONE = 'Asia/Makassar';

/** `2025-10` → `Oktober 2025`; anything else as it came. */
export function periodWords(text: string): string {
  return isPeriod(text) ? periodName(text, 'id') : text;
}

/** `2025-11-20` → `20 November 2025`; anything else as it came. */
export function dateWords(text: string): string {
  return isBusinessDate(text) ? formatDateLong(text, 'id') : text;
}

/** An RFC 3339 instant in the bank's own zone; anything else as it came. */
export function instantWords(text: string): string {
  const epochMs = parseRfc3339(text);
  return epochMs === null ? text : formatInstant(epochMs, ZONE, 'id');
}

/** The receipt's address when it is one a browser may open; relative ones are the API's. Null otherwise. */
export function receiptLink(receiptUrl: string, apiUrl: string): string | null {
  if (!URL.canParse(receiptUrl, apiUrl)) return null;
  const url = new URL(receiptUrl, apiUrl);
  return ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}
