import type { DrawerMoveKind } from './drawer-move';

/** What was typed wrong and can be put right: a count is put right by another count. */
export type CorrectableMove = Exclude<DrawerMoveKind, 'DIFFERENCE'>;

/** Signed as the drawer sees it: above zero, into it. */
export interface DrawerCorrection {
  /** The mirror of what was booked. */
  readonly back: number;
  /** What really happened; 0: nothing. */
  readonly again: number;
  /** What the counts since then had called a difference and was none. */
  readonly difference: number;
}

/**
 * Puts right a float or deposit that was booked with a wrong amount.
 *
 * Until somebody counts the drawer, its content by the books follows. Once it was counted, the count said what lay in it and
 * the wrong amount went into that count's difference: then the content stays as it was counted, and the difference goes back.
 * @param moved as it was booked, signed, not zero
 * @param right as it was, in the same direction, not negative; 0: it never happened
 * @example drawerCorrection({ kind: 'DEPOSIT', moved: -1_000_000, right: 100_000, counted: true })
 *   → { back: 1_000_000, again: -100_000, difference: -900_000 }
 * @throws RangeError for an amount that is none
 */
export function drawerCorrection(wrong: {
  readonly kind: CorrectableMove;
  readonly moved: number;
  readonly right: number;
  readonly counted: boolean;
}): DrawerCorrection {
  const { kind, moved, right, counted } = wrong;
  if (!Number.isSafeInteger(moved) || !Number.isSafeInteger(right) || right < 0)
    throw new RangeError(`no correction: ${String(moved)}, ${String(right)}`);
  if (moved === 0 || moved > 0 !== (kind === 'FLOAT')) throw new RangeError(`no ${kind}: ${String(moved)}`);
  const again = right === 0 ? 0 : kind === 'FLOAT' ? right : -right;
  return { back: -moved, again, difference: counted && moved !== again ? moved - again : 0 };
}
