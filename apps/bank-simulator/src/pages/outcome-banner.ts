import { formatRupiah } from '@tirtapay/domain';
import { readPayment, readProblem, readReversal } from '../api-answers';
import { trustedBody } from '../bank';
import type { Exchange } from '../exchange-log';
import { html, type Html } from './html';

/** How the answer to a repeated payment compares with the first one. */
export interface ReplayFinding {
  readonly sameBytes: boolean | null;
  readonly replayed: boolean;
}

type Tone = 'good' | 'bad' | 'unknown';

function banner(tone: Tone, title: string, ...details: readonly (Html | null)[]): Html {
  const lines = details.filter((detail) => detail !== null);
  return html`
    <div class="banner ${tone}" role="status">
      <p class="banner-title" tabindex="-1" data-focus>${title}</p>
      ${lines}
    </div>
  `;
}

/** What came of the last click, said to a person. Null for an inquiry that is shown as bills anyway. */
export function outcomeBanner(exchange: Exchange, replay: ReplayFinding | null): Html | null {
  const { answer, operation } = exchange;
  if (!answer) {
    return banner(
      'unknown',
      'Tidak ada jawaban',
      html`<p>${exchange.failure}.</p>`,
      operation === 'payment' || operation === 'retry'
        ? html`<p>
            Hasil pembayaran belum pasti: cek status atau kirim ulang, jangan membuat pembayaran baru.
          </p>`
        : null,
    );
  }
  const body = trustedBody(exchange);
  if (body !== undefined) return accepted(exchange, body, replay);
  const problem = readProblem(answer.body);
  if (!problem) {
    const title = 'Jawaban tidak dapat dipercaya';
    return banner('unknown', title, html`<p>Tanda tangannya tidak sah atau isinya tidak dikenal.</p>`);
  }
  const fields = (problem.errors ?? []).map(
    ({ pointer, message }) => html`<li><code>${pointer}</code> ${message}</li>`,
  );
  return banner(
    'bad',
    `Ditolak: ${problem.title}`,
    html`<p>
      <code>${problem.code}</code> (HTTP ${answer.status})${problem.detail ? ` ${problem.detail}` : ''}
    </p>`,
    problem.current_amount == null
      ? null
      : html`<p>Jumlah sekarang ${formatRupiah(problem.current_amount)}.</p>`,
    fields.length === 0
      ? null
      : html`<ul>
          ${fields}
        </ul>`,
  );
}

function accepted({ operation }: Exchange, body: unknown, replay: ReplayFinding | null): Html | null {
  const reversal = operation === 'reversal' ? readReversal(body) : null;
  if (reversal) {
    const note = reversal.was_posted
      ? 'Pembayaran yang sudah dibukukan dibatalkan.'
      : 'Referensi ini belum pernah dibukukan; bila datang terlambat akan ditolak.';
    return banner('good', 'Pembatalan diterima', html`<p>${note}</p>`);
  }
  const payment = readPayment(body);
  if (!payment) return null;
  const title = payment.status === 'POSTED' ? 'Pembayaran lunas' : 'Pembayaran sudah dibatalkan';
  const receipt = html`<p>Nomor kwitansi <strong>${payment.receipt_number}</strong>.</p>`;
  return banner(
    payment.status === 'POSTED' ? 'good' : 'unknown',
    title,
    receipt,
    replay && replayLine(replay),
  );
}

function replayLine({ sameBytes, replayed }: ReplayFinding): Html {
  const comparison =
    sameBytes === null
      ? 'Belum ada jawaban pertama untuk dibandingkan'
      : sameBytes
        ? 'Isi jawaban sama persis dengan yang pertama'
        : 'Isi jawaban BERBEDA dari yang pertama';
  const header = replayed ? 'ada' : 'tidak ada';
  return html`<p>${comparison}; <code>Idempotent-Replayed</code> ${header}.</p>`;
}
