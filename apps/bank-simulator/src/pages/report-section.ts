import { formatRupiah } from '@tirtapay/domain';
import type { ScenarioReport, ScenarioStep } from '../drills/run-scenario';
import { SCENARIOS } from '../drills/scenarios';
import { callItem } from './call-log-section';
import { html, type Html } from './html';

const PAYMENT_WORDS = {
  TAKEN: 'Uang diterima bank, PDAM belum memastikan',
  CONFIRMED: 'Dibukukan PDAM',
  RETURNED: 'Uang dikembalikan ke nasabah',
  REVERSED: 'Dibatalkan',
} as const;

/** What a scenario did, step by step, each against what the biller should do. */
export function reportSection(report: ScenarioReport): Html {
  const { payment, passed, steps } = report;
  const { title } = SCENARIOS[report.scenario];
  return html`
    <section class="card" id="hasil" aria-labelledby="judul-hasil">
      <div class="banner ${passed ? 'good' : 'bad'}" role="status">
        <p class="banner-title" id="judul-hasil" tabindex="-1" data-focus>
          ${title}: ${passed ? 'sesuai harapan' : 'TIDAK sesuai harapan'}
        </p>
        ${payment === null ? html`<p>Tidak ada uang yang diterima.</p>` : paymentLine(payment)}
      </div>
      <ol class="steps">
        ${steps.map(stepItem)}
      </ol>
    </section>
  `;
}

function paymentLine(payment: NonNullable<ScenarioReport['payment']>): Html {
  return html`<p>
    ${PAYMENT_WORDS[payment.state]}. ${formatRupiah(payment.total)} untuk ${payment.target}, referensi
    <code>${payment.reference}</code>.
  </p>`;
}

function stepItem(step: ScenarioStep): Html {
  return html`
    <li>
      <p>
        <strong>${step.title}</strong>
        <span class="badge ${step.met ? 'posted' : 'refused'}">${step.met ? 'Sesuai' : 'Tidak sesuai'}</span>
      </p>
      <p class="muted">Harapan: ${step.expected}</p>
      ${step.calls.map((call) => callItem(call))}
    </li>
  `;
}
