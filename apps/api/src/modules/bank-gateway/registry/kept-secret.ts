import { Problem } from '../../../platform/problem';

/** What says which secret goes on. */
export interface OverlapRow {
  readonly previous_valid_until: Date | null;
  readonly secret_shown_at: Date | null;
}

export interface RotatedRow extends OverlapRow {
  readonly secret_enc: string;
  readonly previous_secret_enc: string | null;
}

export const KEPT_COLUMNS = 'secret_enc, previous_secret_enc, previous_valid_until, secret_shown_at';

const HOUR = 3_600_000;

/**
 * Whether a rotation inside the overlap of another goes on with the secret before that one: only while nobody was ever shown
 * what it made, so that the other side cannot sign with it. Once it was shown, it may be what the other side signs with.
 */
export function keepsOlder(
  { previous_valid_until: until, secret_shown_at: shown }: OverlapRow,
  now: number,
): boolean {
  return shown === null && overlaps(until, now);
}

/** Of a rotation as a second person agrees to it. */
export interface RotationAsSeen {
  readonly overlap_hours: number;
  /** Only where it is so: what goes on is the secret before the last rotation. */
  readonly rotation_keeps_older?: true;
}

export function rotationAsSeen(row: OverlapRow, now: number, overlapHours: number): RotationAsSeen {
  return {
    overlap_hours: overlapHours,
    ...(overlapHours > 0 && keepsOlder(row, now) && { rotation_keeps_older: true as const }),
  };
}

/**
 * Which secret goes on beside a new one, and until when. The one before never longer than was agreed for it; one that leaked is
 * rotated without overlap.
 * @throws Problem approval.outdated when it would be another than was agreed to: it was shown meanwhile, or the overlap has ended
 */
export function keptSecret(
  row: RotatedRow,
  now: number,
  { overlap_hours: overlapHours, rotation_keeps_older: older }: RotationAsSeen,
): { readonly column: string; readonly sealed: string; readonly until: Date } {
  if (rotationAsSeen(row, now, overlapHours).rotation_keeps_older !== older)
    throw new Problem('approval.outdated');
  const until = now + overlapHours * HOUR;
  const { previous_secret_enc: previous, previous_valid_until: agreed } = row;
  return keepsOlder(row, now) && previous !== null && agreed !== null
    ? { column: 'previous_secret_enc', sealed: previous, until: new Date(Math.min(until, agreed.getTime())) }
    : { column: 'secret_enc', sealed: row.secret_enc, until: new Date(until) };
}

/** For whoever approves a rotation inside the overlap of another; nothing for any other, nor for one that ends all before it. */
export function rotatedAgain(row: OverlapRow, now: number, overlapHours: number): string {
  if (overlapHours === 0 || !overlaps(row.previous_valid_until, now)) return '';
  return keepsOlder(row, now)
    ? ' (perhatian: secret dari rotasi sebelumnya belum pernah ditampilkan; yang tetap diterima adalah secret sebelum rotasi itu, tidak lebih lama daripada yang disetujui untuknya)'
    : ' (perhatian: masa tumpang tindih rotasi sebelumnya belum habis; secret sebelum rotasi itu langsung ditolak)';
}

function overlaps(until: Date | null, now: number): boolean {
  return until !== null && until.getTime() > now;
}
