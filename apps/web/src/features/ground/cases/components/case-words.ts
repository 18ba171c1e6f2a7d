import type { CaseDto } from '@tirtapay/api-client';
import type { TFunction } from 'i18next';
import { formatMoment, formatMoney } from '../../../../lib/format';

type Translate = TFunction<'cases'>;

/** Kinds this page has words for, in the order of the words. */
export function caseKinds(t: Translate): string[] {
  return Object.keys(t('kinds', { returnObjects: true }));
}

/** The kind of a case in words; one that this page does not know yet is shown as the API wrote it. */
export function kindText(t: Translate, kind: string): string {
  return t(`kinds.${kind}` as 'kinds.DOUBLE_PAYMENT', { defaultValue: kind });
}

/** Money of a customer nobody knows yet; of most other cases without a customer there never was one. */
export const hasNoOwner = ({ kind }: Pick<CaseDto, 'kind'>): boolean => kind === 'UNKNOWN_TARGET';

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
    reference: text('bank_reference'),
    known: text('known_reference'),
    name: text('name'),
    contact: text('contact'),
    question: text('question'),
    reason: ['error', 'refused', 'reason', 'message'].map(text).find((said) => said !== '—') ?? '—',
  };
}

/** What happened and why a person is asked, in one or two sentences. */
export function storyText(t: Translate, { kind, detail }: Pick<CaseDto, 'kind' | 'detail'>): string {
  if (detail.error === 'bank.not_live') return t('bankNotLive');
  return t(`story.${kind}` as 'story.DOUBLE_PAYMENT', { defaultValue: kind, ...storyValues(detail) });
}
