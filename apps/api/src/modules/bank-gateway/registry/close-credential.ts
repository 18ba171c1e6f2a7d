import type { BankEnvironment } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { currentStaff } from '../../../platform/context';
import type { Tx } from '../../../platform/database';
import { writeOutbox } from '../../../platform/events';
import { Problem } from '../../../platform/problem';

/** Something a bank proves itself with, about to be refused for ever. */
export interface Closing {
  readonly bankId: number;
  readonly kind: 'NATIVE_KEY' | 'SNAP_PARTNER' | 'SNAP_PUBLIC_KEY';
  /** As people know it: a key id, a client key, a fingerprint. */
  readonly name: string;
  readonly entityType: 'bank_api_key' | 'snap_partner';
  readonly entityId: number;
  readonly reason: string;
  /** Others of the same door that stay open. */
  readonly left: number;
  /** The person was told that this is the last one and goes on. */
  readonly lastConfirmed: boolean;
}

const ACTIONS = {
  NATIVE_KEY: 'bank_key.revoked',
  SNAP_PARTNER: 'bank_key.snap_revoked',
  SNAP_PUBLIC_KEY: 'bank_key.public_key_removed',
} as const;

/**
 * Two revocations of one collector follow each other: neither may think that the other's key stays. A partner has no
 * sandbox of its own: its money is real from the first day.
 * @throws Problem bank.not_found
 */
export async function lockBank(
  tx: Tx,
  bankId: number,
): Promise<{ name: string; environment: BankEnvironment }> {
  const [bank] = await tx.query<{ name: string; environment: BankEnvironment }>(
    `SELECT c.name, coalesce(b.environment, 'LIVE') AS environment FROM penerima c LEFT JOIN bank_integration b USING (id)
     WHERE c.id = $1 FOR NO KEY UPDATE OF c`,
    [bankId],
  );
  if (bank === undefined) throw new Problem('bank.not_found');
  return bank;
}

/**
 * Closing a door needs no second person, for safety comes first; but it stops payments when it is the wrong door. So the
 * last one of a bank with real money asks once more, and everybody who could open another hears of it at once.
 * @throws Problem bank.last_key
 */
export async function announceClosing(
  tx: Tx,
  bank: { name: string; environment: BankEnvironment },
  closing: Closing,
): Promise<void> {
  const last = closing.left === 0;
  if (last && bank.environment === 'LIVE' && !closing.lastConfirmed) throw new Problem('bank.last_key');
  await writeAudit(tx, {
    action: ACTIONS[closing.kind],
    entityType: closing.entityType,
    entityId: closing.entityId,
    after: { reason: closing.reason, name: closing.name, last },
  });
  await writeOutbox(tx, 'bank_key.revoked', closing.bankId, {
    bank: bank.name,
    environment: bank.environment,
    kind: closing.kind,
    name: closing.name,
    reason: closing.reason,
    last,
    by: currentStaff().name,
  });
}

declare module '../../../platform/events/outbox' {
  interface OutboxTopics {
    'bank_key.revoked': {
      readonly bank: string;
      readonly environment: BankEnvironment;
      readonly kind: Closing['kind'];
      readonly name: string;
      readonly reason: string;
      readonly last: boolean;
      readonly by: string;
    };
  }
}
