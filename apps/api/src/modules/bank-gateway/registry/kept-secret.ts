export interface RotatedRow {
  readonly secret_enc: string;
  readonly previous_secret_enc: string | null;
  readonly previous_valid_until: Date | null;
}

/**
 * Which secret goes on beside a new one. A rotation inside the overlap of another is asked for because what that one made
 * never arrived, so what the other side still signs with is the one before; a secret that leaked is rotated without overlap.
 */
export function keptSecret(
  row: RotatedRow,
  now: number,
): { readonly column: string; readonly sealed: string } {
  return overlaps(row, now) && row.previous_secret_enc !== null
    ? { column: 'previous_secret_enc', sealed: row.previous_secret_enc }
    : { column: 'secret_enc', sealed: row.secret_enc };
}

export const KEPT_COLUMNS = 'secret_enc, previous_secret_enc, previous_valid_until';

const overlaps = (
  { previous_valid_until: until }: Pick<RotatedRow, 'previous_valid_until'>,
  now: number,
): boolean => until !== null && until.getTime() > now;

/** Whether an older secret than the last would go on. */
export function rotatedAgain(
  { overlap_hours: hours }: { readonly overlap_hours: number },
  row: Pick<RotatedRow, 'previous_valid_until'>,
  now: number,
): boolean {
  return hours > 0 && overlaps(row, now);
}

/** For whoever approves such a rotation. */
export const ROTATED_AGAIN =
  ' (perhatian: masa tumpang rotasi sebelumnya belum habis; yang tetap diterima adalah secret sebelum rotasi itu)';
