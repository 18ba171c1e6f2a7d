import type { CaseDto } from '@tirtapay/api-client';
import type { TFunction } from 'i18next';
import { formatMoment, formatMoney } from '../../../../lib/format';
import type words from '../words/id.json';

type Translate = TFunction<'cases'>;
export type CaseKind = keyof typeof words.kinds;

export const CASE_KINDS = [
  'DOUBLE_PAYMENT',
  'EXPIRED_INTENT',
  'LATE_PAYMENT',
  'AMOUNT_DIFFERS',
  'BILLS_CHANGED',
  'UNKNOWN_TARGET',
  'PAID_AT_IMPLAUSIBLE',
  'INTENT_UNSETTLED',
  'CALL_UNSETTLED',
  'WEBHOOK_DEAD',
  'EVENT_REUSED',
  'REVERSAL_BY_BANK',
  'RECONCILIATION_BREAK',
  'SETTLEMENT_FILE_MISSING',
] as const satisfies readonly CaseKind[];

/** The kind of a case in words; one that this page does not know yet is shown as the API wrote it. */
export function kindText(t: Translate, kind: string): string {
  return t(`kinds.${kind}` as 'kinds.DOUBLE_PAYMENT', { defaultValue: kind });
}

/** What is kept with the case and worth saying in its story. */
function storyValues(detail: CaseDto['detail']): Record<string, string> {
  const money = (name: string) => {
    const value = detail[name];
    return typeof value === 'number' ? formatMoney(value) : '—';
  };
  const text = (name: string) => {
    const value = detail[name];
    return typeof value === 'string' && value !== '' ? value : '—';
  };
  const moment = (name: string) => {
    const value = detail[name];
    return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? formatMoment(value) : '—';
  };
  const due = typeof detail.open_amount === 'number' ? 'open_amount' : 'intent_amount';
  return {
    paid: money('paid_amount'),
    due: money(due),
    expires: moment('expires_at'),
    number: text('number'),
    reason: text('error') === '—' ? text('refused') : text('error'),
  };
}

/** What happened and why a person is asked, in one or two sentences. */
export function storyText(t: Translate, { kind, detail }: Pick<CaseDto, 'kind' | 'detail'>): string {
  return t(`story.${kind}` as 'story.DOUBLE_PAYMENT', { defaultValue: kind, ...storyValues(detail) });
}
