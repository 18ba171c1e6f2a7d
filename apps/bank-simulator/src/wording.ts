import { formatDateLong, formatInstant, isBusinessDate, isPeriod, periodName } from '@tirtapay/domain';
import { parseRfc3339, type AnswerVerdict } from '@tirtapay/bank-protocol';
import type { FaultKind } from './drills/fault-board';
import type { Operation } from './exchange-log';
import type { JournalEntry } from './journal';

/** The bank's own words, shared by its page and its command line. */
export const OPERATION_WORDS: Readonly<Record<Operation, string>> = {
  inquiry: 'Cek tagihan',
  payment: 'Bayar',
  retry: 'Kirim ulang',
  status: 'Cek status',
  reversal: 'Batalkan',
  notification: 'Notifikasi',
  free: 'Panggilan bebas',
};

/** SNAP BI services by code, both directions. */
export const SERVICE_WORDS: Readonly<Record<string, string>> = {
  '00': 'SNAP tidak dikenal',
  '24': 'SNAP 24 inquiry VA',
  '25': 'SNAP 25 payment VA',
  '26': 'SNAP 26 status VA',
  '27': 'SNAP 27 buat VA',
  '28': 'SNAP 28 ubah VA',
  '29': 'SNAP 29 tandai VA',
  '30': 'SNAP 30 tanya VA',
  '31': 'SNAP 31 hapus VA',
  '35': 'SNAP 35 laporan VA',
  '47': 'SNAP 47 buat QR',
  '51': 'SNAP 51 tanya QR',
  '52': 'SNAP 52 notifikasi QR',
  '73': 'SNAP 73 token',
  '77': 'SNAP 77 batal QR',
  '78': 'SNAP 78 refund QR',
};

/** What a call was for, in words. */
export function operationWords(operation: string): string {
  const known: Readonly<Record<string, string>> = OPERATION_WORDS;
  return SERVICE_WORDS[operation.replace('snap-', '')] ?? known[operation] ?? operation;
}

export const VERDICT_WORDS: Readonly<Record<AnswerVerdict, string>> = {
  VALID: 'sah',
  INVALID: 'TIDAK SAH',
  ABSENT: 'tidak ada',
};

/** What a host or caller fault does, for the panel. */
export const FAULT_WORDS: Readonly<Record<FaultKind, string>> = {
  timeout: 'Tidak menjawab, tidak mengerjakan',
  'timeout-after': 'Mengerjakan, lalu tidak menjawab',
  'error-500': 'Galat 500, tidak mengerjakan',
  'error-500-after': 'Mengerjakan, lalu galat 500',
  'slow-drip': 'Jawaban menetes satu bita demi satu bita',
  'wrong-body': 'Jawaban bukan JSON (halaman pemeliharaan)',
  'accept-then-fail': 'Menjawab berhasil, lalu pesanannya hilang',
  'invalid-token': 'Melupakan semua token',
  cutoff: 'Jam tutup bank (403xx06)',
  'broken-signer': 'Bank salah menandatangani semua kiriman',
};

export const STATE_WORDS: Readonly<Record<JournalEntry['state'], string>> = {
  UNKNOWN: 'Belum pasti',
  POSTED: 'Lunas',
  REFUSED: 'Ditolak',
  REVERSED: 'Dibatalkan',
};

export const DEFAULT_REASON = 'Salah memasukkan nomor pelanggan';

const ZONE = 'Asia/Makassar';

/** `2025-10` → `Oktober 2025`; anything else as it came. */
export function periodWords(text: string): string {
  return isPeriod(text) ? periodName(text, 'id') : text;
}

/** `100 → 125`; over an exchange of meters `150 → 165 (meter lama), 3 → 13 (meter baru)`. */
export function standWords(bill: {
  readonly previous_stand: number;
  readonly current_stand: number;
  readonly meter_change?:
    | { readonly previous: { from: number; to: number }; readonly current: { from: number; to: number } }
    | undefined;
}): string {
  const range = (from: number, to: number) => `${String(from)} → ${String(to)}`;
  if (bill.meter_change === undefined) return range(bill.previous_stand, bill.current_stand);
  const { previous, current } = bill.meter_change;
  return `${range(previous.from, previous.to)} (meter lama), ${range(current.from, current.to)} (meter baru)`;
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
