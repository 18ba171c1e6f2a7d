import { createReadStream } from 'node:fs';
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { readSettlement } from '@tirtapay/bank-protocol';
import type { SettlementLine } from '@tirtapay/domain';
import { copyText } from '../../../../platform/database/copy-text';
import { lineValues } from './line-values';
import type { FileAside, SaidAside } from './read-aside';

/** Pieces under way; the database is still busy with one while the next is read. */
const AHEAD = 2;
/** As much as a block makes, or about so. */
const PIECE_BYTES = 1 << 20;
const BLOCK_BYTES = 1 << 18;

/** The thread of `readAside`. */
async function read({ path, options, fileId }: FileAside): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('this is no thread');
  const say = (said: SaidAside): void => {
    port.postMessage(said);
  };
  // The same memory again and again, which both threads see: what is handed over for good lies there until a full collection.
  const ring = new Uint8Array(new SharedArrayBuffer(AHEAD * PIECE_BYTES));
  const encoder = new TextEncoder();
  let [sent, waiting] = [0, 0];
  port.on('message', () => (waiting -= 1));
  const send = async (lines: readonly SettlementLine[]): Promise<void> => {
    if (fileId === null) return;
    for (let text = copyText(lines.map((line) => lineValues(fileId, line))); text !== '';) {
      while (waiting >= AHEAD) await once(port, 'message');
      // Receipts come in the order of the pieces: the oldest is the one that is free.
      const from = (sent % AHEAD) * PIECE_BYTES;
      const { read, written } = encoder.encodeInto(text, ring.subarray(from, from + PIECE_BYTES));
      sent += 1;
      text = text.slice(read);
      waiting += 1;
      say({ rows: ring.subarray(from, from + written) });
    }
  };
  const open = () => createReadStream(path, { highWaterMark: BLOCK_BYTES });
  const reading = await readSettlement(open, { ...options, path }, send);
  while (waiting > 0) await once(port, 'message');
  say({ reading });
  port.close();
}

void read(workerData as FileAside);
