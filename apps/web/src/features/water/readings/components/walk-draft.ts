import type { KeptStand } from '../api/device-store';
import type { Typed } from './stand-entry';

/** What stands in the fields of a house and is not on the device yet. */
export interface Draft {
  readonly typed: Typed;
  readonly note: string;
  readonly photo: Blob | null;
}

const EMPTY: Draft = { typed: { stand: '', condition: 'NORMAL', rollover: false }, note: '', photo: null };

/** What the fields begin with: what is kept of the house, to be put right, or nothing. */
export const draftOf = (earlier: KeptStand | undefined): Draft =>
  earlier === undefined
    ? EMPTY
    : {
        typed: {
          stand: earlier.entry.current_stand ?? '',
          condition: earlier.entry.condition_code,
          rollover: earlier.entry.rollover,
        },
        note: earlier.note,
        photo: earlier.photo,
      };

/** Somebody would have to do it again. */
export const isWork = ({ typed, note, photo }: Draft): boolean =>
  typed.stand !== '' || typed.condition !== 'NORMAL' || note.trim() !== '' || photo !== null;
