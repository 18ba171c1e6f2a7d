import { randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Lets a file be written and returns it for reading, its name removed: whoever reads slowly then holds a file, and not a
 * transaction. The space is free again when the stream is destroyed, or the process is gone.
 * @param write fills the file of this name, which is there, empty, and nobody else's to read
 * @throws whatever `write` throws
 */
export async function spool(write: (path: string) => Promise<void>): Promise<ReadStream> {
  const path = join(tmpdir(), `tirtapay-export-${randomUUID()}`);
  try {
    await (await open(path, 'wx', 0o600)).close();
    await write(path);
    const file = await open(path, 'r');
    return createReadStream(path, { fd: file, start: 0 });
  } finally {
    await unlink(path).catch(() => undefined);
  }
}
