import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadSettlementOptions } from '@tirtapay/bank-protocol';
import type { SettlementReading } from '@tirtapay/domain';
import { withYoungMemoryOfItsOwn } from '../../../../platform/threads';

/** From here on a file is worth a thread; below, opening one takes longer than reading. */
const LARGE_BYTES = 1024 * 1024;
/** Reading a text holds one block at a time: whatever more lies around is rubbish that nobody has cleared yet. */
const OF_TEXT = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 4 } as const;
/** A workbook keeps its words in one place, and all of them are held while its rows are read. */
const OF_WORKBOOK = { maxOldGenerationSizeMb: 512 } as const;

export interface FileAside {
  readonly path: string;
  readonly options: Omit<ReadSettlementOptions, 'path'>;
  /** Under which its rows are written; null: none are wanted. */
  readonly fileId: number | null;
}

/** What the thread says: rows, whose memory it uses again after their receipt, and at the end what the reading came to. */
export type SaidAside = { readonly rows: Uint8Array } | { readonly reading: SettlementReading };

export async function isLarge(path: string): Promise<boolean> {
  return (await stat(path)).size > LARGE_BYTES;
}

/** Packed, as workbooks are. */
async function isWorkbook(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}

/**
 * `readSettlement` on a thread of its own, so that nobody who pays waits for a file of a million lines. Rows come in the
 * text form of COPY; the next block is read while `take` has the last one, and not before. They are gone when `take` is done.
 * @throws whatever `take` throws, and Error when the thread ends without an answer
 */
export async function readAside(
  file: FileAside,
  take: (rows: Uint8Array) => Promise<void>,
): Promise<SettlementReading> {
  const resourceLimits = (await isWorkbook(file.path)) ? OF_WORKBOOK : OF_TEXT;
  return new Promise((resolve, reject) => {
    const worker = withYoungMemoryOfItsOwn(
      () => new Worker(join(__dirname, 'read-file.worker.js'), { workerData: file, resourceLimits }),
    );
    const fail = (error: unknown) => {
      reject(error instanceof Error ? error : new Error(String(error)));
      void worker.terminate();
    };
    worker.on('message', (said: SaidAside) => {
      if ('reading' in said) resolve(said.reading);
      else
        take(said.rows).then(() => {
          worker.postMessage(null);
        }, fail);
    });
    worker.once('error', fail);
    worker.once('exit', (code) => {
      reject(new Error(`the file was not read to its end (${String(code)})`));
    });
  });
}
