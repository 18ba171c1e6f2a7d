import type { SettlementLine, SettlementReading } from '@tirtapay/domain';
import { readSettlement, type ReadSettlementOptions } from '@tirtapay/bank-protocol';
import type { Tx } from '../../../../platform/database';
import type { SpooledBody } from '../../../../platform/http';
import { isLarge, readAside } from './read-aside';
import { LINE_COLUMNS, lineValues } from './line-values';

/** What was sent, or fetched; a workbook must lie somewhere. */
export type FileToRead = Pick<SpooledBody, 'open'> & Partial<Pick<SpooledBody, 'path'>>;

/** Reads a file and keeps nothing of it; a large one on a thread of its own. */
export async function readOnly(body: FileToRead, options: ReadSettlementOptions): Promise<SettlementReading> {
  const { open, path = null } = body;
  return path !== null && (await isLarge(path))
    ? readAside({ path, options, fileId: null }, () => Promise.resolve())
    : readSettlement(open, { ...options, path });
}

/**
 * Keeps the lines of a file while it is read, block by block; they are all there when it is done. A large file is read by a
 * thread of its own, which hands over rows as the database takes them: this one only passes them on.
 */
export async function storeLines(
  tx: Tx,
  fileId: number,
  { open, path }: FileToRead,
  options: ReadSettlementOptions,
): Promise<SettlementReading> {
  const aside = path === undefined || !(await isLarge(path)) ? null : { path, options, fileId };
  const copy = tx.copyInto(`berkas_rekonsiliasi_baris (${LINE_COLUMNS})`);
  try {
    const reading = aside
      ? await readAside(aside, (rows) => copy.writeText(rows))
      : await readSettlement(open, { ...options, path: path ?? null }, (lines: readonly SettlementLine[]) =>
          copy.write(lines.map((line) => lineValues(fileId, line))),
        );
    await copy.end();
    return reading;
  } catch (error) {
    copy.giveUp();
    throw error;
  }
}
