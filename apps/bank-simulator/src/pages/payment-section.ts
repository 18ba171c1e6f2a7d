import { formatRupiah } from '@tirtapay/domain';
import { readPayment } from '../api-answers';
import type { BankProfile } from '../bank-profile';
import type { JournalEntry } from '../journal';
import {
  DEFAULT_REASON,
  instantWords,
  OPERATION_WORDS,
  periodWords,
  receiptLink,
  STATE_WORDS,
} from '../wording';
import { html, type Html } from './html';
import { amountList } from './inquiry-section';

/** One payment of this bank: what is known of it and what can be done with it. */
export function paymentSection(entry: JournalEntry, bank: BankProfile | undefined, apiUrl: string): Html {
  const target = html`
    <input type="hidden" name="bank" value="${entry.bank}" />
    <input type="hidden" name="reference" value="${entry.reference}" />
  `;
  return html`
    <section class="card" id="pembayaran" aria-labelledby="judul-bayar">
      <div class="heading">
        <h2 id="judul-bayar">Pembayaran ${entry.reference}</h2>
        ${stateBadge(entry.state)}
      </div>
      <p class="muted">
        ${bank?.name ?? entry.bank} · pelanggan ${entry.customer_number} · ${formatRupiah(entry.amount)} lewat
        ${entry.channel} · dikirim ${instantWords(entry.sent_at)}
      </p>
      ${entry.refusal_code === undefined ? null : html`<p>Ditolak dengan kode <code>${entry.refusal_code}</code>.</p>`}
      ${receipt(entry, apiUrl)}
      <div class="actions">
        <form method="post" action="/retry">
          ${target}<button type="submit">${OPERATION_WORDS.retry}</button>
        </form>
        <form method="post" action="/status">
          ${target}<button type="submit">${OPERATION_WORDS.status}</button>
        </form>
        <form method="post" action="/reversal" class="reversal">
          ${target}
          <label class="field grow">
            <span>Alasan pembatalan</span>
            <input name="reason" value="${DEFAULT_REASON}" required maxlength="200" />
          </label>
          <button type="submit" class="danger">${OPERATION_WORDS.reversal}</button>
        </form>
      </div>
    </section>
  `;
}

function receipt(entry: JournalEntry, apiUrl: string): Html | null {
  const answer = entry.posted_body === undefined ? null : readPayment(parsed(entry.posted_body));
  if (!answer) return null;
  const link = receiptLink(answer.receipt_url, apiUrl);
  return html`
    <div class="receipt">
      <p class="receipt-number"><span>Nomor kwitansi</span> <strong>${answer.receipt_number}</strong></p>
      <p class="muted">${answer.bills.map(({ period }) => periodWords(period)).join(', ')}</p>
      ${amountList(answer)}
      <p class="muted">Dibukukan ${instantWords(answer.posted_at)}</p>
      ${link === null ? null : html`<p><a href="${link}" target="_blank" rel="noopener">Buka kwitansi</a></p>`}
    </div>
  `;
}

/** The payments this bank remembers, newest first. */
export function paymentList(entries: readonly JournalEntry[]): Html | null {
  if (entries.length === 0) return null;
  const items = entries.map(
    (entry) => html`
      <li>
        <a href="/?bank=${encodeURIComponent(entry.bank)}&reference=${encodeURIComponent(entry.reference)}">
          <span class="reference">${entry.reference}</span>
          <small>${entry.customer_number} · ${instantWords(entry.sent_at)}</small>
        </a>
        <span class="sum">${formatRupiah(entry.amount)}</span>
        ${stateBadge(entry.state)}
      </li>
    `,
  );
  return html`
    <section class="card" aria-labelledby="judul-riwayat">
      <h2 id="judul-riwayat">Pembayaran terakhir</h2>
      <ul class="payments">
        ${items}
      </ul>
    </section>
  `;
}

function stateBadge(state: JournalEntry['state']): Html {
  return html`<span class="badge ${state.toLowerCase()}">${STATE_WORDS[state]}</span>`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
