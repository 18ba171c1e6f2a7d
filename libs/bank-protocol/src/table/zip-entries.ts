import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';

/** A part of a workbook: a file within a ZIP. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; nothing else is written by spreadsheets. */
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

/** A ZIP that is being read: what is looked up in it, and the file its parts are streamed from. */
export interface OpenZip {
  readonly file: FileHandle;
  readonly path: string;
}

export class ZipBroken extends Error {}
export class ZipTooLarge extends Error {}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record stands before a comment of at most 64 KB. */
const END_WITHIN = 65_557;
/** A workbook has some dozens of parts; nothing is held for a million of them. */
const MOST_ENTRIES = 2_000;
const MOST_DIRECTORY = 1 << 20;

export function isZip(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32LE(0) === LOCAL;
}

/** The directory at the end of a ZIP (APPNOTE 4.3). @throws ZipBroken */
export async function zipEntries(file: FileHandle): Promise<ZipEntry[]> {
  const { size } = await file.stat();
  const tail = await read(file, Math.max(0, size - END_WITHIN), Math.min(size, END_WITHIN));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new ZipBroken('no directory');
  const [count, length, from] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  if (count > MOST_ENTRIES || length > MOST_DIRECTORY || from + length > size)
    throw new ZipBroken('directory');
  const directory = await read(file, from, length);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL) throw new ZipBroken('entry');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      at: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * The bytes of a part, as they unpack.
 * @param most bytes; a part that says it is small and unpacks without end is stopped there
 * @throws ZipBroken, ZipTooLarge
 */
export async function* zipBytes(
  { file, path }: OpenZip,
  entry: ZipEntry,
  most: number,
): AsyncGenerator<Buffer> {
  const head = await read(file, entry.at, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) throw new ZipBroken(entry.name);
  const start = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = createReadStream(path, {
    start,
    end: Math.max(start, start + entry.packed - 1),
    highWaterMark: 1 << 16,
  });
  if (entry.method !== 0 && entry.method !== 8) throw new ZipBroken(entry.name);
  const inflate = createInflateRaw();
  if (entry.method === 8) packed.on('error', (error) => inflate.destroy(error));
  const bytes: AsyncIterable<Buffer> = entry.method === 0 ? packed : packed.pipe(inflate);
  let length = 0;
  try {
    for await (const chunk of bytes) {
      length += chunk.length;
      if (length > most) throw new ZipTooLarge(entry.name);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ZipTooLarge ? error : new ZipBroken(entry.name);
  } finally {
    packed.destroy();
    inflate.destroy();
  }
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
