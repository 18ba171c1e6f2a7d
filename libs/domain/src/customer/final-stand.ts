/**
 * Why a meter may not be taken out of a closed connection with a stand. WAITING: a reading is not decided yet. ESTIMATED:
 * the last stand was estimated, and nobody would ever settle it. OTHER_METER: it was exchanged and not read since. UNREAD:
 * another stand than the one that was verified last, so water would be billed to nobody, or twice.
 */
export type FinalStandRefusal = 'WAITING' | 'ESTIMATED' | 'OTHER_METER' | 'UNREAD';

/**
 * @param closing stands in m³; `last` is the newest verified reading of the connection, null when there is none
 * @returns null when the stand is the one read last, or the one it began with where nothing was read
 */
export function finalStandRefusal(closing: {
  readonly finalStand: number;
  readonly installedStand: number;
  readonly waiting: boolean;
  readonly last: {
    readonly stand: number;
    readonly ofThisMeter: boolean;
    readonly estimated: boolean;
  } | null;
}): FinalStandRefusal | null {
  const { finalStand, installedStand, waiting, last } = closing;
  if (waiting) return 'WAITING';
  if (last === null) return finalStand === installedStand ? null : 'UNREAD';
  if (!last.ofThisMeter) return 'OTHER_METER';
  if (last.estimated) return 'ESTIMATED';
  return finalStand === last.stand ? null : 'UNREAD';
}
