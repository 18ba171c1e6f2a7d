import { formatRupiah } from '@tirtapay/domain';
import type { BankProfile } from '../bank-profile';
import { BREAK_WORDS, SETTLEMENT_BREAKS, type SettlementBreak } from '../settlement/settlement-breaks';
import { STATEMENT_BREAKS, STATEMENT_BREAK_WORDS } from '../settlement/statement-breaks';
import { SETTLEMENT_KINDS } from '../settlement/settlement-request';
import { html, type Html } from './html';
import { layout } from './layout';

export interface SettlementView {
  readonly apiUrl: string;
  readonly banks: readonly BankProfile[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Supplier and partners whose statement can be downloaded, by their codes. */
  readonly owners: readonly string[];
  /** With which mistakes the report service answers now. */
  readonly reportBreaks: readonly SettlementBreak[];
  /** What each bank has taken today. */
  readonly totals: readonly { readonly name: string; readonly count: number; readonly total: number }[];
}

const KIND_NAMES = { csv: 'CSV', mt940: 'MT940', camt053: 'CAMT.053' } as const;

/** "Berkas settlement": a day's file to download, right or with chosen breaks. */
export function settlementPage({
  apiUrl,
  banks,
  today,
  totals,
  reportBreaks,
  owners,
}: SettlementView): string {
  const senders = owners.map((code) => html`<option value="${code}">${code}</option>`);
  const bankNames = banks.map(({ id, name }) => html`<option value="${id}">${name}</option>`);
  const breaks = breakChoices(SETTLEMENT_BREAKS, BREAK_WORDS, []);
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
                  ${bankNames}
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
        <section class="card" aria-labelledby="judul-pemasok">
          <h2 id="judul-pemasok">Laporan pemasok dan mitra</h2>
          <form method="get" action="/settlement/statement" class="stack">
            <div class="fields">
              <label class="field grow">
                <span>Pemasok atau mitra</span>
                <select name="of">
                  ${senders}
                </select>
              </label>
              <label class="field grow">
                <span>Tanggal</span>
                <input type="date" name="date" value="${today}" required />
              </label>
            </div>
            <fieldset class="choices">
              <legend>Kesalahan di dalam laporan</legend>
              ${breakChoices(STATEMENT_BREAKS, STATEMENT_BREAK_WORDS, [])}
            </fieldset>
            <button type="submit">Unduh laporan</button>
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
              ${breakChoices(SETTLEMENT_BREAKS, BREAK_WORDS, reportBreaks)}
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

function breakChoices<Name extends string>(
  breaks: readonly Name[],
  words: Readonly<Record<Name, string>>,
  chosen: readonly Name[],
): Html[] {
  return breaks.map(
    (name) => html`
      <label class="choice">
        ${
          chosen.includes(name)
            ? html`<input type="checkbox" name="break" value="${name}" checked />`
            : html`<input type="checkbox" name="break" value="${name}" />`
        }
        <span>${words[name]}</span>
      </label>
    `,
  );
}
