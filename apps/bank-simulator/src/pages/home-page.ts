import type { PayableInquiry } from '../bank';
import type { BankProfile } from '../bank-profile';
import type { BankCall } from '../books/call-log';
import type { Exchange } from '../exchange-log';
import type { JournalEntry } from '../journal';
import { callLogSection } from './call-log-section';
import { html } from './html';
import { inquiryForm, inquirySection, type InquiryFormValues } from './inquiry-section';
import { layout } from './layout';
import { outcomeBanner, type ReplayFinding } from './outcome-banner';
import { paymentList, paymentSection } from './payment-section';

/** Everything the page shows; the server gathers it, the page only lays it out. */
export interface HomeView {
  readonly apiUrl: string;
  readonly banks: readonly BankProfile[];
  readonly form: InquiryFormValues;
  readonly inquiry: { readonly key: string; readonly inquiry: PayableInquiry } | null;
  readonly payment: JournalEntry | null;
  /** The call the last click made, when there was one. */
  readonly outcome: { readonly exchange: Exchange; readonly replay: ReplayFinding | null } | null;
  readonly recentPayments: readonly JournalEntry[];
  readonly calls: readonly BankCall[];
}

export function homePage(view: HomeView): string {
  const { apiUrl, banks, payment, inquiry, outcome } = view;
  const bank = banks.find(({ id }) => id === payment?.bank);
  return layout(
    apiUrl,
    '/',
    html`
      <div class="columns">
        <div class="column">
          ${outcome && outcomeBanner(outcome.exchange, outcome.replay)}
          ${payment && paymentSection(payment, bank, apiUrl)}
          ${inquiry && inquirySection(inquiry.inquiry, inquiry.key)} ${inquiryForm(banks, view.form)}
          ${paymentList(view.recentPayments)}
        </div>
        <div class="column">${callLogSection(view.calls)}</div>
      </div>
    `,
  );
}
