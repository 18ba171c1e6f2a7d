import { currentActor } from '../../../../platform/context';
import { Problem } from '../../../../platform/problem';

/** Who sells, and so in whose account the money stands. A counter sells out of its drawer, once it has one. */
export interface Seller {
  readonly id: number;
  readonly kind: 'PARTNER';
  /** How its receipt numbers begin. */
  readonly series: string;
}

/** The partner that signed the call. */
export function currentSeller(): Seller {
  const actor = currentActor();
  if (actor.kind !== 'PARTNER') throw new Problem('auth.forbidden');
  return { id: actor.id, kind: 'PARTNER', series: actor.code };
}

/** A partner sees its own sales; staff see all. */
export function visibleTo(): number | null {
  const actor = currentActor();
  return actor.kind === 'PARTNER' ? actor.id : null;
}
