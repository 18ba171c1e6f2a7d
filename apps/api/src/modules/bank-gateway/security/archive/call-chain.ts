import { createHash } from 'node:crypto';

/** What the first archived month begins with. */
export const FIRST_HEAD = Buffer.alloc(32);

/** A line of an archive follows from the one before it: none is altered, left out or put elsewhere without all after it. */
export function nextHead(head: Buffer, line: string): Buffer {
  return createHash('sha256').update(head).update(line, 'utf8').digest();
}
