import { formatRfc3339, type NativeAnswer } from '@tirtapay/bank-protocol';
import type { Exchange } from '../exchange-log';
import { OPERATION_WORDS, VERDICT_WORDS } from '../wording';
import { html, type Html } from './html';

/** Every call with what was signed, what came back and whether it verified: what a bank's engineer looks at. */
export function exchangeLogSection(exchanges: readonly Exchange[]): Html {
  const items = exchanges.map((exchange, index) => exchangeItem(exchange, index === 0));
  const empty = html`<p class="muted">Belum ada permintaan. Cek sebuah tagihan untuk memulai.</p>`;
  return html`
    <section class="card" id="catatan" aria-labelledby="judul-catatan">
      <h2 id="judul-catatan">Catatan permintaan</h2>
      ${items.length === 0 ? empty : items}
    </section>
  `;
}

function exchangeItem(exchange: Exchange, open: boolean): Html {
  const { answer, operation, asked, elapsedMs } = exchange;
  const tone =
    answer && answer.status < 400 && answer.verdict === 'VALID' ? 'good' : answer ? 'bad' : 'unknown';
  return html`
    <details class="exchange" ${open ? html`open` : null}>
      <summary>
        <span class="status ${tone}">${answer ? answer.status : '–'}</span>
        <span class="what"><strong>${OPERATION_WORDS[operation]}</strong> <code>${asked}</code></span>
        <small>${formatRfc3339(exchange.at).slice(11, 19)} WITA · ${elapsedMs} ms</small>
      </summary>
      ${answer ? exchangeDetail(answer) : html`<p>${exchange.failure}</p>`}
    </details>
  `;
}

function exchangeDetail(answer: NativeAnswer): Html {
  const { request } = answer;
  return html`
    <h3>Yang ditandatangani bank</h3>
    <pre>${request.stringToSign}</pre>
    <p class="kv"><span>X-Signature</span> <code>${request.signature}</code></p>
    ${
      request.rawBody.length === 0
        ? null
        : html`<h3>Isi permintaan</h3>
            <pre>${request.rawBody.toString('utf8')}</pre>`
    }
    <h3>Jawaban</h3>
    <pre>${readableBody(answer)}</pre>
    <p class="kv">
      <span>Tanda tangan jawaban</span>
      <strong class="verdict ${answer.verdict.toLowerCase()}">${VERDICT_WORDS[answer.verdict]}</strong>
    </p>
    ${
      answer.stringToVerify === null
        ? null
        : html`<pre>${answer.stringToVerify}</pre>
            <p class="kv"><span>X-Signature</span> <code>${answer.headers.get('x-signature')}</code></p>`
    }
  `;
}

function readableBody(answer: NativeAnswer): string {
  return answer.body === undefined ? answer.rawBody.toString('utf8') : JSON.stringify(answer.body, null, 2);
}
