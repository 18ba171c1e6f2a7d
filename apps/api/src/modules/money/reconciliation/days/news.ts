import { writeOutbox } from '../../../../platform/events';
import type { Tx } from '../../../../platform/database';

/** Tells the office that a day has differences nobody had seen before. */
export async function tellOfBreaks(tx: Tx, dayId: number, found: number): Promise<void> {
  const day = await tx.one<{ bank: string; settlement_date: string }>(
    `SELECT c.name AS bank, r.settlement_date FROM rekonsiliasi r JOIN penerima c ON c.id = r.collector_id WHERE r.id = $1`,
    [dayId],
  );
  await writeOutbox(tx, 'reconciliation.breaks_found', dayId, { ...day, found });
}

/** Tells the office that a bank has not sent the file of a day. */
export async function tellOfMissingFile(tx: Tx, dayId: number): Promise<void> {
  const day = await tx.one<{ bank_id: number; bank: string; settlement_date: string }>(
    `SELECT c.id AS bank_id, c.name AS bank, r.settlement_date FROM rekonsiliasi r JOIN penerima c ON c.id = r.collector_id
     WHERE r.id = $1`,
    [dayId],
  );
  await writeOutbox(tx, 'settlement_file.missing', dayId, day);
}

declare module '../../../../platform/events/outbox' {
  interface OutboxTopics {
    'reconciliation.breaks_found': {
      readonly bank: string;
      readonly settlement_date: string;
      readonly found: number;
    };
    'settlement_file.missing': {
      readonly bank_id: number;
      readonly bank: string;
      readonly settlement_date: string;
    };
  }
}
