import type { SettlementReading } from '@tirtapay/domain';
import type { RowOf, Tx } from '../../../../platform/database';
import type { StoredFile } from '../entities/stored-file.entity';

/** Where bytes are sent to, and how they were read. */
interface Sent {
  readonly collectorId: number;
  readonly date: string | null;
  readonly file: SettlementReading['file'];
  readonly answers: string;
}

interface KnownFile {
  readonly file_id: RowOf<StoredFile, 'id'>['id'];
  readonly reconciliation_id: number | null;
  /** Of the day that was named. */
  readonly superseded: boolean;
}

/** In one order, so that the same answers are the same. */
export const answersOf = (answers: string | undefined): string =>
  answers === undefined ? '' : answers.split(',').sort().join(',');

/**
 * The file that these bytes are already: read the same way, or of another day. Read another way for the day they are of, they
 * are another file: the first reading was wrong, and nothing else can put it right.
 */
export async function knownFile(
  reader: { query: Tx['query'] },
  { collectorId, date, file, answers }: Sent,
): Promise<KnownFile | null> {
  const [known] = await reader.query<KnownFile & object>(
    `SELECT f.id AS file_id, r.id AS reconciliation_id, f.superseded_at IS NOT NULL AND f.settlement_date = $3 AS superseded
     FROM berkas_rekonsiliasi f
     LEFT JOIN rekonsiliasi r ON r.collector_id = f.collector_id AND r.settlement_date = f.settlement_date
     CROSS JOIN LATERAL (SELECT (f.file #>> '{mapping,name}', f.file #>> '{mapping,version}', f.answers) = ($4, $5, $6) AS same) way
     WHERE f.collector_id = $1 AND f.sha256 = $2 AND (way.same OR f.settlement_date IS DISTINCT FROM $3)
     ORDER BY way.same DESC, f.superseded_at DESC NULLS FIRST LIMIT 1`,
    [collectorId, file.sha256, date, file.mapping.name, String(file.mapping.version), answers],
  );
  return known ?? null;
}
