import type { TFunction } from 'i18next';

/** What a processed notification led to, in words. */
export function outcomeText(t: TFunction<'webhooks'>, outcome: string | null): string {
  return outcome === null ? '—' : t(`outcome.${outcome}` as 'outcome.POSTED', { defaultValue: outcome });
}
