import { STATEMENT_KINDS, type SettledAccount, type StatementKind } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';

/** Who sends a statement: a bank, a supplier or a partner. */
export interface StatementOwner {
  readonly id: number;
  readonly kind: StatementKind;
  /** How its files name it in their head. */
  readonly code: string;
  readonly name: string;
  /** What its days are cleared off; of a supplier as its terms are now. */
  readonly account: SettledAccount;
}

/** Collectors with a statement; `c` is the collector. */
export const HAS_STATEMENT = `c.kind IN ('${STATEMENT_KINDS.join("', '")}')`;

const OWNER = `SELECT c.id, c.kind, c.series AS code, c.name,
    coalesce((SELECT CASE y.terms WHEN 'PREPAID' THEN '1150' ELSE '2160' END FROM penyedia y WHERE y.collector_id = c.id), c.account) AS account
  FROM penerima c WHERE c.id = $1 AND ${HAS_STATEMENT}`;

/** @throws Problem reconciliation.collector_not_found */
export async function statementOwner(
  reader: { query: Tx['query'] },
  collectorId: number,
): Promise<StatementOwner> {
  const [owner] = await reader.query<StatementOwner & object>(OWNER, [collectorId]);
  if (owner === undefined) throw new Problem('reconciliation.collector_not_found');
  return owner;
}
