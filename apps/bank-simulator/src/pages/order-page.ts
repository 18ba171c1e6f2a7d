import { formatRupiah, formatVirtualAccountForDisplay } from '@tirtapay/domain';
import type { BankProfile } from '../bank-profile';
import type { BankCall } from '../books/call-log';
import type { OrderState } from '../books/collections';
import { numberOf, type Order } from '../books/orders';
import { totalOf } from '../drills/due';
import { SCENARIO_NAMES } from '../drills/payment-request';
import type { ScenarioReport } from '../drills/run-scenario';
import { SCENARIOS } from '../drills/scenarios';
import { instantWords } from '../wording';
import { callLogSection } from './call-log-section';
import { html, type Html } from './html';
import { layout } from './layout';
import { reportSection } from './report-section';

export interface OrderView {
  readonly apiUrl: string;
  readonly banks: readonly BankProfile[];
  readonly form: {
    readonly target: string;
    readonly scenario: string;
    readonly via: string;
    readonly bank: string;
  };
  readonly report: ScenarioReport | null;
  readonly orders: readonly { readonly order: Order; readonly state: OrderState }[];
  readonly calls: readonly BankCall[];
}

const WAYS = [
  ['SNAP', 'SNAP BI (24 → 25, atau 52)'],
  ['NATIVE', 'API native (verify → process)'],
  ['WEBHOOK', 'Notifikasi webhook saja'],
] as const;

const ORDER_WORDS: Readonly<Record<OrderState, string>> = {
  OPEN: 'Menunggu',
  PAID: 'Lunas',
  EXPIRED: 'Kedaluwarsa',
  CANCELLED: 'Ditutup',
};
const BADGES: Readonly<Record<OrderState, string>> = {
  OPEN: 'unknown',
  PAID: 'posted',
  EXPIRED: 'refused',
  CANCELLED: 'refused',
};

/** "VA & QRIS": the customer's side, and what the biller has had this bank create. */
export function orderPage(view: OrderView): string {
  return layout(
    view.apiUrl,
    '/va-qris',
    html`
      <div class="columns">
        <div class="column">
          ${view.report && reportSection(view.report)} ${paymentForm(view)} ${orderList(view.orders)}
        </div>
        <div class="column">${callLogSection(view.calls)}</div>
      </div>
    `,
  );
}

function options(entries: readonly (readonly [string, string])[], chosen: string): Html[] {
  return entries.map(
    ([value, title]) =>
      html`<option value="${value}" ${value === chosen ? html`selected` : null}>${title}</option>`,
  );
}

function paymentForm({ form, banks }: OrderView): Html {
  const scenarios = SCENARIO_NAMES.map((name) => [name, SCENARIOS[name].title] as const);
  const owners = banks.map(({ id, name }) => [id, name] as const);
  return html`
    <section class="card" aria-labelledby="judul-bayar-va">
      <h2 id="judul-bayar-va">Bayar VA atau QRIS</h2>
      <form method="post" action="/va-qris/pay" class="stack">
        <label class="field grow">
          <span>Nomor VA, isi QRIS, atau referensi QRIS</span>
          <textarea name="target" required rows="3" maxlength="512" autocomplete="off">
${form.target}</textarea>
        </label>
        <div class="fields">
          <label class="field grow">
            <span>Cara memberi tahu PDAM</span>
            <select name="via">
              ${options(WAYS, form.via)}
            </select>
          </label>
          <label class="field grow">
            <span>Yang terjadi</span>
            <select name="scenario">
              ${options(scenarios, form.scenario)}
            </select>
          </label>
        </div>
        <details class="more">
          <summary>Pilihan lain</summary>
          <div class="fields">
            <label class="field grow">
              <span>Bank</span>
              <select name="bank">
                ${options([['', 'menurut nomor'], ...owners], form.bank)}
              </select>
            </label>
            ${numberField('amount', 'Jumlah lain (Rp)', '')}
            ${numberField('customer_number', 'Nomor pelanggan', '')}
            ${numberField('count', 'Berapa kali', '5')} ${numberField('delay_seconds', 'Tunda (detik)', '3')}
          </div>
        </details>
        <button type="submit">Bayar</button>
      </form>
    </section>
  `;
}

function numberField(name: string, title: string, value: string): Html {
  return html`<label class="field grow">
    <span>${title}</span>
    <input name="${name}" value="${value}" inputmode="numeric" pattern="[0-9]*" autocomplete="off" />
  </label>`;
}

function orderList(orders: OrderView['orders']): Html {
  const items = orders.map(({ order, state }) => orderItem(order, state));
  const empty = html`<p class="muted">PDAM belum membuat VA atau QRIS di bank ini.</p>`;
  return html`
    <section class="card" aria-labelledby="judul-pesanan">
      <h2 id="judul-pesanan">Dibuat oleh PDAM</h2>
      ${
        items.length === 0
          ? empty
          : html`<ul class="payments">
              ${items}
            </ul>`
      }
    </section>
  `;
}

function orderItem(order: Order, state: OrderState): Html {
  const target = order.method === 'VA' ? numberOf(order) : order.content;
  const name =
    order.method === 'VA' ? formatVirtualAccountForDisplay(target) : `QRIS ${order.partner_reference_no}`;
  const scenario = state === 'OPEN' ? '' : '&scenario=expired';
  const ends = order.expires_at === null ? 'tanpa batas waktu' : `sampai ${instantWords(order.expires_at)}`;
  return html`
    <li>
      <a href="/va-qris?bank=${order.bank}&target=${encodeURIComponent(target)}${scenario}">
        <span class="reference">${name}</span>
        <small>${order.method === 'VA' ? `${order.name} · ` : ''}${ends}</small>
      </a>
      <span class="sum">${formatRupiah(totalOf(order))}</span>
      <span class="badge ${BADGES[state]}">${ORDER_WORDS[state]}</span>
    </li>
  `;
}
