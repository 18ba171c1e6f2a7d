import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

/**
 * Holds back the piece that came last until everything is known to be what it should be.
 * @throws Error, to whoever reads, in place of the last piece when the hash is another
 */
export function checked(content: Readable, sha256: Buffer): Readable {
  return Readable.from(
    (async function* pieces() {
      const hash = createHash('sha256');
      let held: Buffer | undefined;
      for await (const piece of content as AsyncIterable<Buffer>) {
        hash.update(piece);
        if (held !== undefined) yield held;
        held = piece;
      }
      if (!hash.digest().equals(sha256)) throw new Error('the file is not what was stored');
      if (held !== undefined) yield held;
    })(),
    { objectMode: false },
  );
}
