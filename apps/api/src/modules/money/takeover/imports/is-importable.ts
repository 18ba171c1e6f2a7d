import type { RowOf } from '../../../../platform/database';
import type { Takeover } from '../entities/takeover.entity';

/** All rows or none: of a file that breaks on the way nobody knows what comes behind, however right the rows before are. */
export function isImportable({
  state,
  detected,
  rows_read: read,
  rows_refused: refused,
}: RowOf<Takeover, 'state' | 'detected' | 'rowsRead' | 'rowsRefused'>): boolean {
  return state === 'CHECKED' && detected.broken === null && read > 0 && refused === 0;
}
