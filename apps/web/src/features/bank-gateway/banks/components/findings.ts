import type { BankStatusDto } from '@tirtapay/api-client';

/** Something about a bank that a person may have to look at; `count` or `fraction` is what its sentence needs. */
export type Finding =
  | { kind: 'inactive' | 'neverCalled' | 'outboundOpen' | 'outboundHalfOpen' }
  | { kind: 'errors'; fraction: number }
  | { kind: 'refused' | 'dead' | 'open' | 'expiring'; count: number };

/** Why the light of a bank is what it is, the most urgent first. Nothing when all is well. */
export function findingsOf(active: boolean, status: BankStatusDto): Finding[] {
  if (!active) return [{ kind: 'inactive' }];
  const counted = (kind: 'refused' | 'dead' | 'open' | 'expiring', count: number): Finding[] =>
    count > 0 ? [{ kind, count }] : [];
  return [
    ...(status.outbound.state === 'OPEN' ? [{ kind: 'outboundOpen' } as const] : []),
    ...(status.errors_15m > 0 ? [{ kind: 'errors', fraction: status.error_percent / 100 } as const] : []),
    ...counted('refused', status.only_refused ? status.refused_15m : 0),
    ...counted('dead', status.dead_webhooks),
    ...(status.outbound.state === 'HALF_OPEN' ? [{ kind: 'outboundHalfOpen' } as const] : []),
    ...counted('open', status.open_webhooks),
    ...counted('expiring', status.keys_expiring),
    ...(status.last_success_at === null ? [{ kind: 'neverCalled' } as const] : []),
  ];
}
