import { CONDITIONS, isConditionCode } from '@tirtapay/domain';
import { currentLanguage } from '../i18n';

/** What the reader found at the meter, in the language of the page. */
export function conditionText(code: string): string {
  return isConditionCode(code) ? CONDITIONS[code].label[currentLanguage()] : code;
}
