import { formatRupiah } from '@tirtapay/domain';
import type { BankProfile } from '../bank-profile';
import { BREAK_WORDS, SETTLEMENT_BREAKS, type SettlementBreak } from '../settlement/settlement-breaks';
import { SETTLEMENT_KINDS } from '../settlement/settlement-request';
import { html, type Html } from './html';
import { layout } from './layout';

export interface SettlementView {
  readonly apiUrl: string;
  readonly banks: readonly BankProfile[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What each bank has taken today. */
  /** With which mistakes the report service answers now. */
  readonly reportBreaks: readonly SettlementBreak[];
  readonly totals: readonly { readonly name: string; readonly count: number; readonly total: number }[];
}

const KIND_NAMES = { csv: 'CSV', mt940: 'MT940', camt053: 'CAMT.053' } as const;

/** "Berkas settlement": a day's file to download, right or with chosen breaks. */
export function settlementPage({ apiUrl, banks, today, totals, reportBreaks }: SettlementView): string {
  const owners = banks.map(({ id, name }) => html`<option value="${id}">${name}</option>`);
  const breaks = breakChoices([]);
  const kinds = SETTLEMENT_KINDS.map((kind) => html`<option value="${kind}">${KIND_NAMES[kind]}</option>`);
  const rows = totals.map(
    ({ name, count, total }) => html`
      <div>
        <dt>${name}: ${count} pembayaran</dt>
        <dd>${formatRupiah(total)}</dd>
      </div>
    `,
  );
  return layout(
    apiUrl,
    '/settlement',
    html`
      <div class="columns">
        <section class="card" aria-labelledby="judul-berkas">
          <h2 id="judul-berkas">Unduh berkas sehari</h2>
          <form method="get" action="/settlement/file" class="stack">
            <div class="fields">
              <label class="field grow">
                <span>Bank</span>
                <select name="bank">
                  ${owners}
                </select>
              </label>
              <label class="field grow">
                <span>Tanggal transaksi</span>
                <input type="date" name="date" value="${today}" required />
              </label>
              <label class="field grow">
                <span>Bentuk</span>
                <select name="kind">
                  ${kinds}
                </select>
              </label>
            </div>
            <fieldset class="choices">
              <legend>Kesalahan di dalam berkas</legend>
              ${breaks}
            </fieldset>
            <button type="submit">Unduh berkas</button>
          </form>
        </section>
        <section class="card" aria-labelledby="judul-laporan">
          <h2 id="judul-laporan">Layanan laporan VA (35)</h2>
          <p class="muted">
            PDAM dapat menanyakan pembayaran VA sehari. Jawabannya memuat kesalahan yang dipilih di sini.
          </p>
          <form method="post" action="/settlement/report" class="stack">
            <fieldset class="choices">
              <legend>Kesalahan di dalam laporan</legend>
              ${breakChoices(reportBreaks)}
            </fieldset>
            <button type="submit">Pasang</button>
          </form>
        </section>
        <section class="card" aria-labelledby="judul-hari-ini">
          <h2 id="judul-hari-ini">Hari ini</h2>
          <dl class="amounts">${rows}</dl>
          <p class="muted">Baris terakhir berkas berisi jumlah baris dan jumlah uang, cocok dengan isinya.</p>
        </section>
      </div>
    `,
  );
}

function breakChoices(chosen: readonly SettlementBreak[]): Html[] {
  return SETTLEMENT_BREAKS.map(
    (name) => html`
      <label class="choice">
        ${
          chosen.includes(name)
            ? html`<input type="checkbox" name="break" value="${name}" checked />`
            : html`<input type="checkbox" name="break" value="${name}" />`
        }
        <span>${BREAK_WORDS[name]}</span>
      </label>
    `,
  );
}
