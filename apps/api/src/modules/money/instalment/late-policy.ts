import { selectPenaltyPolicy, type PenaltyPolicy, type Period } from '@tirtapay/domain';
import type { Reader } from './owed-bills';

/** The name of the rule that late instalments bear a penalty by, of the month they are agreed in; null: they bear none. */
export async function latePolicy(
  read: Reader,
  policies: readonly PenaltyPolicy[],
  { tariffId, agreedIn }: { readonly tariffId: number; readonly agreedIn: Period | null },
): Promise<string | null> {
  const [tariff] = await read<{ code: string }>('SELECT code FROM tarif WHERE id = $1', [tariffId]);
  const bill = { kind: 'INSTALMENT', agreedIn, tariffCode: tariff?.code ?? '' } as const;
  const policy = agreedIn === null ? null : selectPenaltyPolicy({ ...bill, period: agreedIn }, policies);
  if (policy === null) return null;
  const [named] = await read<{ name: string }>('SELECT name FROM kebijakan_denda WHERE id = $1', [policy.id]);
  return named?.name ?? null;
}
