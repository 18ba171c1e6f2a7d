import type { TFunction } from 'i18next';
import { formatDate, formatPeriod } from '../../lib/format';
import { nameOf, type ListFilter } from './list-types';

/** A value in words. The key of a row nobody here has a name for is said to be chosen; the key tells nobody anything. */
export function chipText(t: TFunction, filter: ListFilter, value: string): string {
  switch (filter.kind) {
    case 'choice':
    case 'linked':
      return nameOf(filter, value) ?? t('list.chosenRow');
    case 'period':
      return formatPeriod(value);
    case 'date':
      return formatDate(value);
    case 'text':
      return value;
  }
}
