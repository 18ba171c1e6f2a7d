import { currentActor } from '../../../../platform/context';
import type { ShiftKey } from '../../../ground/collectors';
import { Problem } from '../../../../platform/problem';

/** Who sells, and so in whose account the money stands: off a deposit, or in a drawer. */
export type Seller = {
  readonly id: number;
  /** How its receipt numbers begin. */
  readonly series: string;
} & (
  | { readonly kind: 'PARTNER' }
  /** In a shift, which must be open and its cashier's own. */
  | { readonly kind: 'COUNTER'; readonly shift: ShiftKey }
);

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
