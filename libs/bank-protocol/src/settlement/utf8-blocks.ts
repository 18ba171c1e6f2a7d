import { isUtf8 } from 'node:buffer';
import type { TextEncoding } from '@tirtapay/domain';
import { countLines, markLength, wholeLines } from './encoding';
import { refusal } from './refusal';

/**
 * The file as UTF-8 in blocks of whole lines, whatever it was written in, without its byte order mark.
 * @throws SettlementRefusal ENCODING_MIXED with the line of the first byte that the encoding does not have.
 */
export async function* utf8Blocks(
  bytes: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): AsyncGenerator<Buffer> {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    yield* wholeLines(utf8OfWide(bytes, encoding));
    return;
  }
  let line = 0;
  let first = true;
  for await (const block of wholeLines(bytes)) {
    const bare = first ? block.subarray(markLength(encoding, block)) : block;
    first = false;
    if (encoding === 'utf-8') {
      if (!isUtf8(bare)) throw mixed(bare, line);
      yield bare;
    } else {
      yield utf8OfSingle(bare, line);
    }
    line += countLines(block);
  }
}

/**
 * Windows-1252 from 0x80 to 0x9f. Not left to `TextDecoder`: Node 20 and 22 read these bytes as Latin-1, which makes a
 * control character of the apostrophe in `Nur’aini`. A blank is one of the five that have no character.
 */
const ABOVE_ASCII = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function utf8OfSingle(block: Buffer, before: number): Buffer {
  const latin = block.toString('latin1');
  const text = latin.replace(/[\u0080-\u009f]/g, (byte, at: number) => {
    const character = ABOVE_ASCII[byte.charCodeAt(0) - 0x80] ?? ' ';
    if (character !== ' ') return character;
    const [line, words] = lineAt(latin, at);
    throw refusal('ENCODING_MIXED', words, before + line);
  });
  return Buffer.from(text);
}

function mixed(block: Buffer, before: number): Error {
  const text = block.toString('utf8');
  const [line, words] = lineAt(text, Math.max(text.indexOf('\ufffd'), 0));
  return refusal('ENCODING_MIXED', words, before + line);
}

function lineAt(text: string, at: number): [line: number, words: string] {
  const before = text.slice(0, at);
  const from = before.lastIndexOf('\n') + 1;
  const to = text.indexOf('\n', at);
  return [before.split('\n').length, text.slice(from, to < 0 ? undefined : to)];
}

async function* utf8OfWide(
  bytes: AsyncIterable<Uint8Array>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let lines = 0;
  const decoded = (piece: Uint8Array | null): Buffer => {
    try {
      const text = piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
      const block = Buffer.from(text);
      lines += countLines(block);
      return block;
    } catch {
      throw refusal('ENCODING_MIXED', encoding, lines + 1);
    }
  };
  for await (const piece of bytes) yield decoded(piece);
  const rest = decoded(null);
  if (rest.length > 0) yield rest;
}
