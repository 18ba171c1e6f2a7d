import { withinWindow } from '@tirtapay/bank-protocol';
import { problem, type SignatureProblem } from './signature-problem';

/** What is wrong with single parts of a call, under either protocol. */
export function methodProblems(method: string): SignatureProblem[] {
  if (/^[A-Z]{1,16}$/.test(method)) return [];
  return [problem('METHOD', 'METHOD ditulis dengan huruf besar.', 'The method is written in upper case.')];
}

export function targetProblems(target: string): SignatureProblem[] {
  if (/^https?:/i.test(target))
    return [
      problem(
        'TARGET',
        'Tanda tangani path dan query saja, tanpa https:// dan nama host.',
        'Sign path and query only, without https:// and host.',
      ),
    ];
  if (/^\/[\x21-\x7e]*$/.test(target)) return [];
  return [
    problem(
      'TARGET',
      'Path dimulai dengan / dan hanya berisi karakter ASCII tanpa spasi; yang lain di-encode (%20).',
      'The path starts with / and holds visible ASCII only; anything else is encoded (%20).',
    ),
  ];
}

export function timestampProblems(
  timestamp: string,
  sentAt: number | null,
  now: number,
  windowMs: number,
): SignatureProblem[] {
  if (sentAt === null)
    return [
      problem(
        'TIMESTAMP_FORMAT',
        `Waktu "${timestamp}" bukan RFC 3339 dengan offset, misalnya 2026-01-15T09:30:00+08:00.`,
        `The timestamp "${timestamp}" is not RFC 3339 with offset, such as 2026-01-15T09:30:00+08:00.`,
      ),
    ];
  if (withinWindow(sentAt, now, windowMs)) return [];
  const seconds = Math.round(Math.abs(now - sentAt) / 1000);
  const [late, lateEn] = sentAt < now ? ['di belakang', 'behind'] : ['di depan', 'ahead of'];
  const window = String(windowMs / 1000);
  return [
    problem(
      'TIMESTAMP_SKEW',
      `Waktu ${String(seconds)} detik ${late} jam kami; batasnya ${window} detik. Selaraskan jam server (NTP) dan tanda tangani tepat sebelum mengirim.`,
      `The timestamp is ${String(seconds)} s ${lateEn} our clock; the limit is ${window} s. Synchronise the server’s clock (NTP) and sign just before sending.`,
    ),
  ];
}
