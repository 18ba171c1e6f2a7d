import type words from '../words/id.json';

type SnapWord = keyof typeof words.snap;

/** HTTP status and case code of the answers we give (payment-standards §1.6); other cases are never ours. */
const SNAP_WORDS: readonly string[] = [
  '20200',
  '40000',
  '40001',
  '40002',
  '40100',
  '40101',
  '40301',
  '40306',
  '40400',
  '40401',
  '40404',
  '40412',
  '40413',
  '40414',
  '40418',
  '40419',
  '40500',
  '40900',
  '42900',
  '50000',
  '50400',
] satisfies SnapWord[];

/** How a call ended, and where the words for it are. */
export type Verdict =
  | { kind: 'DONE' | 'REPLAYED' | 'ACCEPTED' }
  /** A code of ours: the error catalogue explains it. */
  | { kind: 'OURS'; code: string }
  | { kind: 'SNAP'; word: SnapWord }
  /** A code without words of its own. */
  | { kind: 'OTHER'; who: 'bank' | 'us' };

interface Answer {
  http_status: number;
  code: string | null;
  replayed: boolean;
}

const isSnapWord = (text: string): text is SnapWord => SNAP_WORDS.includes(text);

/** SNAP answers seven digits: HTTP status, service, case. The service says what was called, which is known already. */
export function verdictOf({ http_status: status, code, replayed }: Answer): Verdict {
  if (code !== null && /^\d{7}$/.test(code)) {
    const word = code.slice(0, 3) + code.slice(5);
    if (isSnapWord(word)) return { kind: 'SNAP', word };
  }
  if (status < 300) return { kind: status === 202 ? 'ACCEPTED' : replayed ? 'REPLAYED' : 'DONE' };
  if (code !== null && !/^\d+$/.test(code)) return { kind: 'OURS', code };
  return { kind: 'OTHER', who: status >= 500 ? 'us' : 'bank' };
}
