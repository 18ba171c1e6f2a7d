import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes everything to a file and returns it for reading, its name removed: whoever reads slowly then holds a file, and
 * not a transaction. The space is free again when the stream is destroyed, or the process is gone.
 * @throws whatever the source throws, and the signal's reason
 */
export async function spool(
  source: Readable,
  through: NodeJS.ReadWriteStream,
  signal: AbortSignal,
): Promise<ReadStream> {
  const path = join(tmpdir(), `tirtapay-export-${randomUUID()}`);
  try {
    await pipeline(source, through, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
    const file = await open(path, 'r');
    return createReadStream(path, { fd: file, start: 0 });
  } finally {
    await unlink(path).catch(() => undefined);
  }
}
