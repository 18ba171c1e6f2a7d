import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../problem';

/** A million lines of a bank are about 150 MB. */
const MOST_BYTES = 400 * 1024 * 1024;

/** A body kept in a file, so that it can be read several times and none of it stays in memory. */
export interface SpooledBody {
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Where it lies meanwhile. */
  readonly path: string;
}

/**
 * Keeps a body while `work` reads it.
 * @throws Problem request.too_large, request.unsupported_media for a call without a file
 */
export async function withSpooled<T>(body: unknown, work: (spooled: SpooledBody) => Promise<T>): Promise<T> {
  if (!isStream(body)) throw new Problem('request.unsupported_media');
  const folder = await mkdtemp(join(tmpdir(), 'tirtapay-file-'));
  try {
    const path = join(folder, 'body');
    const file = await open(path, 'w', 0o600);
    try {
      let bytes = 0;
      for await (const part of body) {
        bytes += part.length;
        if (bytes > MOST_BYTES) throw new Problem('request.too_large');
        await file.write(part);
      }
    } finally {
      await file.close();
    }
    return await work({ open: () => createReadStream(path, { highWaterMark: 1 << 18 }), path });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}
