import type { ErrorEntryDto } from '@tirtapay/api-client';

export interface CatalogueFilter {
  text: string;
  audience: string | null;
  retry: boolean | null;
}

/** Entries that hold every word, in whatever language and field, and fit the filters. */
export function searchCatalogue(entries: readonly ErrorEntryDto[], filter: CatalogueFilter): ErrorEntryDto[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    if (filter.retry !== null && entry.safe_to_retry !== filter.retry) return false;
    if (filter.audience !== null && !entry.audience.some((name) => name === filter.audience)) return false;
    const { code, status, title, cause, fix } = entry;
    const all = [code, status, title.id, title.en, cause.id, cause.en, fix.id, fix.en]
      .join(' ')
      .toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
