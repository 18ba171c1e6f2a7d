import { changedMeanwhile } from '../../../platform/audit';
import type { Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';

/**
 * Whoever changes something of a bank takes its next version, so that two changes asked for at the same state cannot
 * both take effect.
 * @throws Problem version.conflict
 */
export async function takeBankVersion(tx: Tx, bankId: number, version: number): Promise<void> {
  const changed = await tx.execute(
    'UPDATE bank_integration SET version = version + 1 WHERE id = $1 AND version = $2',
    [bankId, version],
  );
  if (changed === 0) throw await changedMeanwhile(tx, 'bank_integration', bankId, undefined, { asked: true });
}

/**
 * The name of a bank that stands as whoever asks for a change has seen it.
 * @throws Problem bank.not_found, version.conflict
 */
export async function nameOfBankAsSeen(tx: Tx, bankId: number, version: number): Promise<string> {
  const [bank] = await tx.query<{ name: string; version: number }>(
    'SELECT name, version FROM bank_integration WHERE id = $1',
    [bankId],
  );
  if (bank === undefined) throw new Problem('bank.not_found');
  if (bank.version !== version) throw await changedMeanwhile(tx, 'bank_integration', bankId, bank.version);
  return bank.name;
}

/** Until then, at the latest, a bank that is not live may bring the money of its certification (ADR 0106). */
export async function openForCertification(tx: Tx, bankId: number, until: Date): Promise<void> {
  await tx.query('UPDATE bank_integration SET certifying_until = $2 WHERE id = $1', [bankId, until]);
}

/** The certification is over. */
export async function closeForCertification(tx: Tx, bankId: number): Promise<void> {
  await tx.query('UPDATE bank_integration SET certifying_until = NULL WHERE id = $1', [bankId]);
}

/** From now on the bank moves real money. */
export async function openForRealMoney(tx: Tx, bankId: number): Promise<void> {
  await tx.query("UPDATE bank_integration SET environment = 'LIVE', version = version + 1 WHERE id = $1", [
    bankId,
  ]);
}
