import { createReadStream } from 'node:fs';
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { readSettlement } from '@tirtapay/bank-protocol';
import type { SettlementLine } from '@tirtapay/domain';
import { copyText } from '../../../../platform/database/copy-text';
import { lineValues } from './line-values';
import type { FileAside, SaidAside } from './read-aside';

/** Blocks under way; the database is still busy with one while the next is read. */
const AHEAD = 2;
const BLOCK_BYTES = 1 << 18;

/** The thread of `readAside`. */
async function read({ path, options, fileId }: FileAside): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('this is no thread');
  const say = (said: SaidAside, handedOver: ArrayBuffer[] = []): void => {
    port.postMessage(said, handedOver);
  };
  let waiting = 0;
  port.on('message', () => (waiting -= 1));
  const send = async (lines: readonly SettlementLine[]): Promise<void> => {
    if (fileId === null) return;
    const rows = new TextEncoder().encode(copyText(lines.map((line) => lineValues(fileId, line))));
    while (waiting >= AHEAD) await once(port, 'message');
    waiting += 1;
    say({ rows }, [rows.buffer]);
  };
  const open = () => createReadStream(path, { highWaterMark: BLOCK_BYTES });
  const reading = await readSettlement(open, { ...options, path }, send);
  while (waiting > 0) await once(port, 'message');
  say({ reading });
  port.close();
}

void read(workerData as FileAside);
