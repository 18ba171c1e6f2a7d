import { mayBeRead, READ_STATES, type Period } from '@tirtapay/domain';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { CustomerBasis } from './reading-basis';
import { READING_SAYS } from './sentences';

interface Row {
  /** Epoch milliseconds. */
  served_until: number | null;
  asked_again: boolean;
}

const CONNECTION = `
  SELECT (SELECT floor(extract(epoch FROM h.at) * 1000)::float8 FROM riwayat_pelanggan h
      WHERE h.customer_id = $1 AND h.field = 'state' AND h.before = ANY ($3)
      ORDER BY h.at DESC, h.id DESC LIMIT 1) AS served_until,
    EXISTS (SELECT FROM meter_reading r WHERE r.customer_id = $1 AND r.period = $2 AND r.status = 'REREAD') AS asked_again`;

/**
 * Sealed and closed connections and candidates are not read; what that means is said in libs/domain.
 * @param readAt epoch milliseconds
 * @throws Problem customer.state_conflict
 */
export async function assertMayBeRead(
  source: Tx | Database,
  { customerId, state }: CustomerBasis,
  stand: { readonly usagePeriod: Period; readonly readAt: number },
): Promise<void> {
  if (READ_STATES.includes(state)) return;
  const values = [customerId, stand.usagePeriod, READ_STATES];
  const [row] = await (source instanceof Database
    ? source.read<Row & object>(CONNECTION, values)
    : source.query<Row & object>(CONNECTION, values));
  const readable = mayBeRead(
    { state, servedUntil: row?.served_until ?? null },
    { readAt: stand.readAt, askedAgain: row?.asked_again ?? false },
  );
  if (readable) return;
  const message = READING_SAYS.notRead[state];
  throw new Problem('customer.state_conflict', {
    detail: message,
    errors: [{ pointer: '/customer_number', code: 'not_read', message }],
    members: { current_state: state },
  });
}
