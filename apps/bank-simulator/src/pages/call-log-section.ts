import { outcomeOf } from '../biller/outcome';
import type { BankCall } from '../books/call-log';
import { operationWords, VERDICT_WORDS } from '../wording';
import { html, type Html } from './html';

/** Every call with what was signed, what came back and whether it verified: what a bank's engineer looks at. */
export function callLogSection(calls: readonly BankCall[], title = 'Catatan permintaan'): Html {
  const empty = html`<p class="muted">Belum ada permintaan.</p>`;
  return html`
    <section class="card" id="catatan" aria-labelledby="judul-catatan">
      <h2 id="judul-catatan">${title}</h2>
      ${calls.length === 0 ? empty : calls.map((call, index) => callItem(call, index === 0))}
    </section>
  `;
}

/** One call, folded; `open` unfolds it. */
export function callItem(call: BankCall, open = false): Html {
  return html`
    <details class="exchange" ${open ? html`open` : null}>
      <summary>
        <span class="status ${toneOf(call)}">${call.status ?? '–'}</span>
        <span class="what">
          <strong>${call.direction === 'IN' ? 'Masuk: ' : ''}${operationWords(call.operation)}</strong>
          <code>${call.method} ${call.target.split('?', 1)[0] ?? ''}</code>
        </span>
        <small>${call.at.slice(11, 19)} WITA · ${call.elapsed_ms} ms</small>
      </summary>
      ${call.fault === null ? null : html`<p>Gangguan yang dimainkan: <code>${call.fault}</code></p>`}
      ${call.failure === null ? null : html`<p>${call.failure}</p>`} ${requestPart(call)} ${answerPart(call)}
    </details>
  `;
}

function toneOf(call: BankCall): 'good' | 'bad' | 'unknown' {
  if (call.status === null) return 'unknown';
  if (call.direction === 'IN') return call.status < 400 ? 'good' : 'bad';
  return outcomeOf(call) === 'DONE' ? 'good' : 'bad';
}

function requestPart(call: BankCall): Html {
  const signer = call.direction === 'IN' ? 'Yang harus ditandatangani PDAM' : 'Yang ditandatangani bank';
  return html`
    ${
      call.string_to_sign === null
        ? null
        : html`<h3>${signer}</h3>
            <pre>${call.string_to_sign}</pre>`
    }
    ${call.signature === null ? null : html`<p class="kv"><span>Tanda tangan</span> <code>${call.signature}</code></p>`}
    ${
      call.request_body === ''
        ? null
        : html`<h3>Isi permintaan</h3>
            <pre>${call.request_body}</pre>`
    }
  `;
}

function answerPart(call: BankCall): Html | null {
  if (call.response_body === null) return null;
  return html`
    <h3>Jawaban ${call.response_code}</h3>
    <pre>${readable(call.response_body)}</pre>
    ${
      call.verdict === null
        ? null
        : html`<p class="kv">
            <span>Tanda tangan jawaban</span>
            <strong class="verdict ${call.verdict.toLowerCase()}">${VERDICT_WORDS[call.verdict]}</strong>
          </p>`
    }
    ${
      call.string_to_verify === null
        ? null
        : html`<pre>${call.string_to_verify}</pre>
            <p class="kv"><span>X-Signature</span> <code>${call.answer_signature}</code></p>`
    }
  `;
}

function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
