import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf, type Operation } from './operations';
import { escapeHtml } from '../../../platform/http';
import { htmlPage } from './html-page';

const WORDS = {
  id: {
    intro: 'Semua operasi API, dari dokumen OpenAPI yang sama dengan openapi.json.',
    needs: 'Akses',
    body: 'Body permintaan',
    query: 'Parameter',
    answer: 'Jawaban',
  },
  en: {
    intro: 'Every operation of the API, from the same OpenAPI document as openapi.json.',
    needs: 'Access',
    body: 'Request body',
    query: 'Parameters',
    answer: 'Answer',
  },
} as const;

/** The operations of the document as a page, grouped by tag; schemas are linked within the page. */
export function openApiHtml(document: OpenAPIObject, language: 'id' | 'en'): string {
  const words = WORDS[language];
  const operations = operationsOf(document);
  const tags = [...new Set(operations.map(({ tag }) => tag))].sort();
  const groups = tags.map((tag) => {
    const own = operations.filter((operation) => operation.tag === tag);
    return `<h2 id="${anchorOf(tag)}">${escapeHtml(tag)}</h2>\n${own.map((operation) => block(operation, words)).join('\n')}`;
  });
  const contents = tags.map((tag) => `<a href="#${anchorOf(tag)}">${escapeHtml(tag)}</a>`).join(' · ');
  const title = document.info.title;
  return htmlPage(
    language,
    title,
    `<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(document.info.description ?? '')}</p>
<p class="note">${words.intro}</p>
<p>${contents}</p>
${groups.join('\n')}
<h2>Schemas</h2>
${schemas(document)}`,
  );
}

/** An id holds no spaces. */
function anchorOf(tag: string): string {
  return `tag-${tag.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
}

function block(operation: Operation, words: (typeof WORDS)['id' | 'en']): string {
  const { method, path, id, summary, access, parameters, requestSchema, answers } = operation;
  const rows = parameters.map(
    ({ name, place, required, text }) =>
      `<li><code>${escapeHtml(name)}</code> <span class="note">${place}${required ? ', required' : ''} · ${escapeHtml(text)}</span></li>`,
  );
  return `<details id="${escapeHtml(id)}"><summary><span class="method">${method}</span> <code>${escapeHtml(path)}</code> – ${escapeHtml(summary)}</summary><div>
<p class="note">${words.needs}: ${escapeHtml(access)} · <code>${escapeHtml(id)}</code></p>
${rows.length === 0 ? '' : `<p>${words.query}</p><ul>${rows.join('')}</ul>`}
${requestSchema === null ? '' : `<p>${words.body}: ${schemaLink(requestSchema)}</p>`}
<p>${words.answer}: ${answers.map(({ status, schema }) => `${status} ${schema === null ? '' : schemaLink(schema)}`).join(', ')}</p>
</div></details>`;
}

function schemaLink(name: string): string {
  const plain = name.replace(/\[\]$/, '');
  return /^[A-Za-z0-9_]+$/.test(plain)
    ? `<a href="#schema-${plain}"><code>${escapeHtml(name)}</code></a>`
    : `<code>${escapeHtml(name)}</code>`;
}

function schemas(document: OpenAPIObject): string {
  return Object.entries(document.components?.schemas ?? {})
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(
      ([name, schema]) =>
        `<details id="schema-${escapeHtml(name)}"><summary><code>${escapeHtml(name)}</code></summary><div><pre>${escapeHtml(JSON.stringify(schema, null, 2))}</pre></div></details>`,
    )
    .join('\n');
}
