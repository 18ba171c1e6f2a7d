import { bankOperationAt } from '@tirtapay/contracts';
import { currentLanguage } from '../../../../i18n';

/** What the bank wanted, by the path it called; null for a path that is none of ours. */
export const operationAt = (path: string): string | null =>
  bankOperationAt(path)?.name[currentLanguage()] ?? null;
