import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, createGzip } from 'node:zlib';
import { nextHead } from './call-chain';

async function synced(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync().finally(() => file.close());
}

/** A written or verified archive: how many rows, and the hash its chain ended with. */
export interface ArchivedRows {
  readonly rows: number;
  readonly head: Buffer;
}

/**
 * Writes rows as lines of JSON, compressed; the file has its name only when all of it is on the disk.
 * @param lines one row each, without line breaks, in the order in which they are chained
 */
export async function writeArchive(
  path: string,
  previousHead: Buffer,
  lines: AsyncIterable<string>,
): Promise<ArchivedRows & { readonly bytes: number }> {
  let [rows, head] = [0, previousHead];
  async function* chained(): AsyncGenerator<string> {
    for await (const line of lines) {
      head = nextHead(head, line);
      rows += 1;
      yield `${line}\n`;
    }
  }
  const unfinished = `${path}.part`;
  await pipeline(Readable.from(chained()), createGzip({ level: 9 }), createWriteStream(unfinished));
  await synced(unfinished);
  await rename(unfinished, path);
  await synced(dirname(path));
  return { rows, head, bytes: (await stat(path)).size };
}

/**
 * Follows the chain through a file.
 * @throws when it cannot be read to its end
 */
export async function readArchive(path: string, previousHead: Buffer): Promise<ArchivedRows> {
  let [rows, head] = [0, previousHead];
  await pipeline(createReadStream(path), createGunzip(), async (text: AsyncIterable<Buffer>) => {
    for await (const line of linesIn(text)) {
      head = nextHead(head, line);
      rows += 1;
    }
  });
  return { rows, head };
}

/** At line feeds only: within a line JSON has none, but it may have what else counts as the end of a line. */
async function* linesIn(text: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new Error('the last line is not whole');
}
