import { ERROR_CATALOGUE, ERROR_CODES } from '@tirtapay/contracts';
import { escapeHtml } from '../../../platform/http';
import { htmlPage } from './html-page';

type Language = 'id' | 'en';

const WORDS = {
  id: {
    title: 'Katalog kesalahan',
    cause: 'Penyebab',
    fix: 'Yang dilakukan',
    retry: 'Aman diulang',
    yes: 'ya',
    no: 'tidak',
  },
  en: {
    title: 'Error catalogue',
    cause: 'Cause',
    fix: 'What to do',
    retry: 'Safe to retry',
    yes: 'yes',
    no: 'no',
  },
} as const;

/** What the `type` of a problem document leads to. */
export function errorHtml(language: Language): string {
  const words = WORDS[language];
  const entries = ERROR_CODES.map((code) => {
    const { status, title, cause, fix, safeToRetry } = ERROR_CATALOGUE[code];
    return `<section id="${code}">
<h3><code>${code}</code> · ${String(status)} · ${escapeHtml(title[language])}</h3>
<p>${words.cause}: ${escapeHtml(cause[language])}<br>${words.fix}: ${escapeHtml(fix[language])}<br>
<span class="note">${words.retry}: ${safeToRetry ? words.yes : words.no}</span></p>
</section>`;
  });
  return htmlPage(language, words.title, `<h1>${words.title}</h1>\n${entries.join('\n')}`);
}
