import { isAscii, isUtf8 } from 'node:buffer';
import type { TextEncoding } from '@tirtapay/domain';
import { refusal } from './refusal';

/** Opens the bytes of a file from their beginning; a file is read more than once, never held. */
export type OpenBytes = () => AsyncIterable<Uint8Array>;

export interface EncodingFound {
  readonly encoding: TextEncoding;
  readonly byte_order_mark: boolean;
}

/** More without a line end is no settlement file: nobody's row is that long, and nothing may hold a line of 1 GB. */
export const MAX_LINE_BYTES = 256 * 1024;
const LF = 0x0a;
const HEAD = 4096;

const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

export function markLength(encoding: TextEncoding, head: Uint8Array): number {
  const mark = MARKS.find(([name]) => name === encoding)?.[1] ?? [];
  return mark.length > 0 && mark.every((byte, index) => head[index] === byte) ? mark.length : 0;
}

/** By mark, else by the zeros that Latin text leaves in UTF-16; null: bytes of one each. */
function wideOrMarked(head: Uint8Array): EncodingFound | null {
  for (const [encoding] of MARKS) {
    if (markLength(encoding, head) > 0) return { encoding, byte_order_mark: true };
  }
  const pairs = Math.floor(head.length / 2);
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  if (pairs > 1 && odd > pairs * 0.6 && even === 0) return { encoding: 'utf-16le', byte_order_mark: false };
  if (pairs > 1 && even > pairs * 0.6 && odd === 0) return { encoding: 'utf-16be', byte_order_mark: false };
  return null;
}

/**
 * Whole lines (each ending with LF, but the last of the file), so that no character and no line is cut between two.
 * @throws SettlementRefusal RECORD_TOO_LARGE as soon as a line outgrows the limit: before it is held.
 */
export async function* wholeLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let lines = 0;
  for await (const chunk of bytes) {
    const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const end = piece.lastIndexOf(LF);
    const tooLong = end < 0 ? rest.length + piece.length : Math.max(rest.length + piece.indexOf(LF), 0);
    if (tooLong > MAX_LINE_BYTES) {
      throw refusal('RECORD_TOO_LARGE', `${rest.toString('latin1', 0, 80)}…`, lines + 1);
    }
    if (end < 0) {
      rest = Buffer.concat([rest, piece]);
      continue;
    }
    const block = Buffer.concat([rest, piece.subarray(0, end + 1)]);
    rest = Buffer.from(piece.subarray(end + 1));
    lines += countLines(block);
    yield block;
  }
  if (rest.length > 0) yield rest;
}

export function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count += 1;
  return count;
}

/** Which bytes a file is made of; every byte of it is looked at, because one wrong one is enough to spoil a name. */
export async function findEncoding(open: OpenBytes): Promise<EncodingFound> {
  const head = await headOf(open);
  const marked = wideOrMarked(head);
  if (marked) return marked;
  let line = 0;
  let firstWide: number | null = null;
  let firstSingle: { readonly line: number; readonly words: string } | null = null;
  for await (const block of wholeLines(open())) {
    if (isAscii(block)) {
      line += countLines(block);
      continue;
    }
    for (const one of linesOf(block)) {
      line += 1;
      if (isAscii(one)) continue;
      if (isUtf8(one)) firstWide ??= line;
      else firstSingle ??= { line, words: one.toString('latin1') };
      if (firstWide !== null && firstSingle) {
        throw refusal('ENCODING_MIXED', firstSingle.words, firstSingle.line);
      }
    }
  }
  return { encoding: firstSingle ? 'windows-1252' : 'utf-8', byte_order_mark: false };
}

function* linesOf(block: Buffer): Generator<Buffer> {
  let from = 0;
  for (let at = block.indexOf(LF); at >= 0; at = block.indexOf(LF, from)) {
    yield block.subarray(from, at + 1);
    from = at + 1;
  }
  if (from < block.length) yield block.subarray(from);
}

async function headOf(open: OpenBytes): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of open()) {
    parts.push(chunk);
    length += chunk.byteLength;
    if (length >= HEAD) break;
  }
  return Buffer.concat(parts).subarray(0, HEAD);
}
