import type { PublicMethodDto } from '@tirtapay/api-client';
import { QRIS_TRANSACTION_LIMIT } from '@tirtapay/domain';

/** The server judges a way by all open bills; whoever pays only the oldest of them may stay below what QRIS carries. */
const ABOVE_LIMIT = 'intent.method_unavailable';

/** Also of the oldest bill alone: where not even that is carried, choosing fewer months is no help. */
export const carriedByQris = (payable: number, fee: number): boolean =>
  payable + fee <= QRIS_TRANSACTION_LIMIT;

/** Whether this way carries what was chosen, and what is in its way: a code of ours, or a sentence of the bank. */
export function offeredNow(
  { method, admin_fee: fee, available, reason }: PublicMethodDto,
  payable: number,
): { available: boolean; reason: string | null } {
  if (method !== 'QRIS' || (reason !== null && reason !== ABOVE_LIMIT)) return { available, reason };
  const carried = carriedByQris(payable, fee);
  return {
    available: carried && (available || reason === ABOVE_LIMIT),
    reason: carried ? null : ABOVE_LIMIT,
  };
}
