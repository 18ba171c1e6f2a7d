import type { BankCall } from '../books/call-log';
import { CALLER_FAULTS, HOST_FAULTS, type Fault } from '../drills/fault-board';
import { SCENARIO_NAMES } from '../drills/payment-request';
import { SCENARIOS } from '../drills/scenarios';
import { FAULT_WORDS, SERVICE_WORDS } from '../wording';
import { callLogSection } from './call-log-section';
import { html, type Html } from './html';
import { layout } from './layout';

export interface FaultView {
  readonly apiUrl: string;
  readonly faults: readonly Fault[];
  /** Calls of the biller to this bank. */
  readonly incoming: readonly BankCall[];
}

/** Services of this host that a fault may be limited to. */
const HOSTED = ['27', '28', '29', '30', '31', '35', '47', '51', '73', '77', '78'];

/** "Gangguan": what can go wrong on either side, to be chosen. */
export function faultPage({ apiUrl, faults, incoming }: FaultView): string {
  return layout(
    apiUrl,
    '/gangguan',
    html`
      <div class="columns">
        <div class="column">${activeFaults(faults)} ${faultForm()} ${scenarioList()}</div>
        <div class="column">${callLogSection(incoming, 'Panggilan dari PDAM')}</div>
      </div>
    `,
  );
}

function faultForm(): Html {
  const kinds = [...HOST_FAULTS, ...CALLER_FAULTS].map(
    (kind) => html`<option value="${kind}">${FAULT_WORDS[kind]}</option>`,
  );
  const services = HOSTED.map(
    (code) => html`<option value="${code}">${SERVICE_WORDS[code] ?? code}</option>`,
  );
  return html`
    <section class="card" aria-labelledby="judul-pasang">
      <h2 id="judul-pasang">Pasang gangguan</h2>
      <p class="muted">Berlaku saat PDAM memanggil bank ini, kecuali tanda tangan salah.</p>
      <form method="post" action="/gangguan/set" class="stack">
        <label class="field grow">
          <span>Gangguan</span>
          <select name="kind">
            ${kinds}
          </select>
        </label>
        <div class="fields">
          <label class="field grow">
            <span>Layanan</span>
            <select name="service">
              <option value="">semua kecuali token</option>
              ${services}
            </select>
          </label>
          <label class="field">
            <span>Berapa kali <small>(kosong: terus)</small></span>
            <input name="times" value="1" inputmode="numeric" pattern="[1-9][0-9]{0,2}" autocomplete="off" />
          </label>
        </div>
        <button type="submit">Pasang</button>
      </form>
    </section>
  `;
}

function activeFaults(faults: readonly Fault[]): Html {
  const items = faults.map(
    ({ id, kind, services, left }) => html`
      <li>
        <span>
          ${FAULT_WORDS[kind]}
          <small>
            ${services === null ? 'semua layanan' : `layanan ${services.join(', ')}`} ·
            ${left === null ? 'sampai dicabut' : `${String(left)} kali lagi`}
          </small>
        </span>
        <form method="post" action="/gangguan/clear">
          <input type="hidden" name="id" value="${id}" />
          <button type="submit" aria-label="Cabut: ${FAULT_WORDS[kind]}">Cabut</button>
        </form>
      </li>
    `,
  );
  return html`
    <section class="card" aria-labelledby="judul-terpasang">
      <h2 id="judul-terpasang" tabindex="-1" data-focus>Gangguan terpasang</h2>
      ${
        items.length === 0
          ? html`<p class="muted">Tidak ada. Bank menjawab sebagaimana mestinya.</p>`
          : html`<ul class="payments">
              ${items}
            </ul>`
      }
    </section>
  `;
}

function scenarioList(): Html {
  const items = SCENARIO_NAMES.map((name) => {
    const { title, description } = SCENARIOS[name];
    return html`
      <li>
        <a href="/va-qris?scenario=${name}"><span class="reference">${title}</span></a>
        <small>${description}</small>
        <code>${name}</code>
      </li>
    `;
  });
  return html`
    <section class="card" aria-labelledby="judul-skenario">
      <h2 id="judul-skenario">Skenario pembayaran</h2>
      <ul class="scenarios">
        ${items}
      </ul>
    </section>
  `;
}
