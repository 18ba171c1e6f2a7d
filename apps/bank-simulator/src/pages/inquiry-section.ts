import { CHANNELS, formatRupiah } from '@tirtapay/domain';
import type { PayableInquiry } from '../bank';
import type { BankProfile } from '../bank-profile';
import { dateWords, instantWords, OPERATION_WORDS, periodWords, standWords } from '../wording';
import { html, type Html } from './html';

export interface InquiryFormValues {
  readonly bankId: string;
  readonly customerNumber: string;
  readonly billCount: string;
}

/** "Cek tagihan": which bank asks, for whom, and for how many bills. */
export function inquiryForm(banks: readonly BankProfile[], values: InquiryFormValues): Html {
  const choices = banks.map(
    ({ id, name, keyId }) => html`
      <label class="choice">
        <input type="radio" name="bank" value="${id}" ${id === values.bankId ? html`checked` : null} />
        <span><strong>${name}</strong><small>${keyId}</small></span>
      </label>
    `,
  );
  return html`
    <section class="card" aria-labelledby="judul-cek">
      <h2 id="judul-cek">Bayar tagihan air</h2>
      <form method="post" action="/inquiry" class="stack">
        <fieldset class="choices">
          <legend>Bank</legend>
          ${choices}
        </fieldset>
        <div class="fields">
          <label class="field grow">
            <span>Nomor pelanggan</span>
            <input
              name="customer_number"
              value="${values.customerNumber}"
              required
              inputmode="numeric"
              autocomplete="off"
              maxlength="24"
              placeholder="12 angka"
            />
          </label>
          <label class="field">
            <span>Lembar <small>(opsional)</small></span>
            <input
              name="bill_count"
              value="${values.billCount}"
              inputmode="numeric"
              pattern="[1-9][0-9]{0,2}"
            />
          </label>
        </div>
        <button type="submit">${OPERATION_WORDS.inquiry}</button>
      </form>
    </section>
  `;
}

/** What is due, and the button that pays it. `key` names the inquiry to pay. */
export function inquirySection(inquiry: PayableInquiry, key: string): Html {
  const { answer, bank, reference } = inquiry;
  const rows = answer.bills.map(
    (bill) => html`
      <tr>
        <th scope="row">${periodWords(bill.period)}<small>jatuh tempo ${dateWords(bill.due_date)}</small></th>
        <td data-label="Pemakaian">${bill.usage_m3} m³<small>${standWords(bill)}</small></td>
        <td data-label="Pokok">${formatRupiah(bill.principal)}</td>
        <td data-label="Denda">${formatRupiah(bill.penalty)}</td>
        <td data-label="Jumlah">${formatRupiah(bill.total)}</td>
      </tr>
    `,
  );
  const options = CHANNELS.map((channel) => html`<option>${channel}</option>`);
  return html`
    <section class="card" id="tagihan" aria-labelledby="judul-tagihan">
      <h2 id="judul-tagihan" tabindex="-1" data-focus>Tagihan ${answer.customer.name}</h2>
      <p class="muted">
        ${answer.customer.customer_number} · ${answer.customer.address} · ${answer.customer.tariff_category}
      </p>
      <table class="bills">
        <thead>
          <tr>
            <th scope="col">Periode</th>
            <th scope="col">Pemakaian</th>
            <th scope="col">Pokok</th>
            <th scope="col">Denda</th>
            <th scope="col">Jumlah</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
      ${amountList(answer)}
      <p class="muted">
        Jumlah ini berlaku sampai ${instantWords(answer.valid_until)}. Referensi ${reference}.
      </p>
      <form method="post" action="/payment" class="pay">
        <input type="hidden" name="inquiry" value="${key}" />
        <label class="field"
          ><span>Kanal</span
          ><select name="channel">
            ${options}
          </select></label
        >
        <button type="submit" class="primary">Bayar ${formatRupiah(answer.total_amount)}</button>
      </form>
      <p class="muted">Dibayar sebagai ${bank.name}.</p>
    </section>
  `;
}

/** The sums of an inquiry or payment, the way a receipt lists them. */
export function amountList(amounts: {
  readonly bill_amount: number;
  readonly stamp_duty: number;
  readonly admin_fee: number;
  readonly total_amount: number;
}): Html {
  const duty =
    amounts.stamp_duty > 0
      ? html`<div>
          <dt>Bea meterai</dt>
          <dd>${formatRupiah(amounts.stamp_duty)}</dd>
        </div>`
      : null;
  return html`
    <dl class="amounts">
      <div>
        <dt>Jumlah tagihan</dt>
        <dd>${formatRupiah(amounts.bill_amount)}</dd>
      </div>
      ${duty}
      <div>
        <dt>Biaya admin bank</dt>
        <dd>${formatRupiah(amounts.admin_fee)}</dd>
      </div>
      <div class="total">
        <dt>Total</dt>
        <dd>${formatRupiah(amounts.total_amount)}</dd>
      </div>
    </dl>
  `;
}
