import type { StateMachine } from '../states';

export type ShiftState = 'OPEN' | 'COUNTED' | 'CLOSED';

/** Of a shift whose drawer was counted: nothing is sold in it any more. */
export type CountedShiftState = Exclude<ShiftState, 'OPEN'>;

/**
 * A cashier's time at a drawer. COUNTED: the count differs by more than the cashier answers for alone, nothing is sold any
 * more until a second person decides; refused, it is open again and counted anew.
 */
export const SHIFT_TRANSITIONS: StateMachine<ShiftState> = {
  OPEN: ['COUNTED', 'CLOSED'],
  COUNTED: ['CLOSED', 'OPEN'],
  CLOSED: [],
};
