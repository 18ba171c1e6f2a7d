import { maskEmail, maskPhone } from '@tirtapay/domain';
import type { Tx } from '../../../platform/database';

export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface ChangedBy {
  readonly at: Date;
  readonly userId: number | null;
  readonly reason: string | null;
}

/** One row of history per field, whatever their number. */
export function writeHistory(
  tx: Tx,
  customerId: number,
  changes: readonly FieldChange[],
  by: ChangedBy,
): Promise<void> {
  return writeHistories(
    tx,
    changes.map((change) => ({ customerId, ...change })),
    by,
  );
}

/** The same of many customers at once. */
export async function writeHistories(
  tx: Tx,
  changes: readonly (FieldChange & { readonly customerId: number })[],
  by: ChangedBy,
): Promise<void> {
  await tx.query(
    `INSERT INTO riwayat_pelanggan (customer_id, at, changed_by, field, before, after, reason)
     SELECT customer_id, $2, $3, field, before, after, $4
     FROM unnest($1::bigint[], $5::text[], $6::text[], $7::text[]) AS c(customer_id, field, before, after)`,
    [
      changes.map((change) => change.customerId),
      by.at,
      by.userId,
      by.reason,
      changes.map((change) => change.field),
      changes.map((change) => change.before),
      changes.map((change) => change.after),
    ],
  );
}

const AUDIT_MASKS: Readonly<Record<string, (text: string) => string>> = {
  phone: maskPhone,
  email: maskEmail,
};

/** The audit trail is read by more people than the customer's file, and for ever: personal data only masked. */
export function forAudit(
  changes: readonly FieldChange[],
  side: 'before' | 'after',
): Record<string, string | null> {
  return Object.fromEntries(
    changes.map((change) => {
      const value = change[side];
      const mask = AUDIT_MASKS[change.field];
      return [change.field, value === null || mask === undefined ? value : mask(value)];
    }),
  );
}
