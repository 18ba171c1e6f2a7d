import type { Language } from '@tirtapay/domain';
import { createHash } from 'node:crypto';
import { escapeHtml } from '../../../../platform/http';
import { PLAIN_WORDS } from './plain-words';
import { publicSiteManifest } from '../public-site.manifest';

const STYLE = `
:root { color-scheme: light dark; --bg: #eef4f8; --card: #fff; --line: #d3dee7; --text: #14212b; --dim: #4a5a67; --accent: #0f6aa1; --bad: #b3261e; --warn: #fff3d9; }
@media (prefers-color-scheme: dark) { :root { --bg: #0d131a; --card: #18212a; --line: #303c47; --text: #e8edf2; --dim: #a9b5c0; --accent: #1879b3; --bad: #ff9d94; --warn: #33270f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 40rem; padding: 16px; background: var(--bg); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
header { margin-top: 12px; display: flex; align-items: center; justify-content: space-between; gap: 12px; }
header a, .plain { display: inline-flex; align-items: center; min-height: 44px; color: inherit; font-weight: 700; }
h1 { margin: 8px 0 16px; font-size: 1.5rem; line-height: 1.2; }
h2 { margin: 0 0 10px; font-size: 1.125rem; }
section, .card { margin: 0 0 16px; padding: 16px; border: 1px solid var(--line); border-radius: 14px; background: var(--card); }
.sandbox { margin: 0; padding: 6px 12px; border-radius: 8px; background: var(--warn); font-weight: 700; text-align: center; }
label { display: block; margin: 12px 0 6px; font-weight: 600; }
input { width: 100%; min-height: 48px; padding: 8px 12px; border: 1px solid var(--dim); border-radius: 10px; background: var(--card); color: inherit; font: inherit; font-size: 1.125rem; }
button { min-height: 48px; width: 100%; margin-top: 14px; border: 0; border-radius: 10px; background: var(--accent); color: #fff; font: inherit; font-weight: 700; }
button.quiet { width: auto; margin: 0; padding: 0 12px; border: 1px solid var(--line); background: var(--card); color: inherit; }
.dim { margin: 2px 0 0; color: var(--dim); font-size: .9375rem; }
p.bad { margin: 6px 0 0; }
.bad { color: var(--bad); font-weight: 600; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 8px 0 8px 8px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { text-align: right; white-space: nowrap; }
td .dim { margin: 0; }
tfoot th { font-weight: 700; }
tfoot tr:last-child > * { border-bottom: 0; font-size: 1.125rem; }
`;

/** Nothing but this style sheet: no script, no picture, no other origin; a form may go nowhere else. */
export const PLAIN_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface PlainFrame {
  readonly language: Language;
  readonly sandbox: boolean;
  /** What was asked, so that the other language can ask the same. */
  readonly number: string;
}

export const [PLAIN_ADDRESS] = publicSiteManifest.addresses.pages;

/** A page that any browser can show. `body` is HTML already. */
export function plainPage({ language, sandbox, number }: PlainFrame, body: string): string {
  const words = PLAIN_WORDS[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<title>${escapeHtml(words.title)} – TirtaPay</title>
<style>${STYLE}</style>
</head>
<body>
${sandbox ? `<p class="sandbox">${escapeHtml(words.sandbox)}</p>` : ''}
<header>
<a href="/">TirtaPay</a>
<form action="${PLAIN_ADDRESS}" method="post">
<input type="hidden" name="nomor" value="${escapeHtml(number)}">
<input type="hidden" name="bahasa" value="${language === 'id' ? 'en' : 'id'}">
<button class="quiet" type="submit">${escapeHtml(words.otherLanguage)}</button>
</form>
</header>
<main>
<h1>${escapeHtml(words.title)}</h1>
${body}
</main>
</body>
</html>
`;
}

export interface PlainForm {
  readonly number: string;
  /** The digits of the meter were asked for. */
  readonly guarded: boolean;
  readonly numberTrouble?: string | undefined;
  readonly digitsTrouble?: string | undefined;
  /** Trouble that belongs to no field, and what staff will ask for. HTML already. */
  readonly notice?: string | undefined;
}

function trouble(id: string, text: string | undefined): string {
  return text === undefined ? '' : `<p class="bad" id="${id}" role="alert">${escapeHtml(text)}</p>`;
}

export function plainForm(language: Language, form: PlainForm): string {
  const words = PLAIN_WORDS[language];
  return `<form class="card" action="${PLAIN_ADDRESS}" method="post">
${form.notice ?? ''}
<input type="hidden" name="bahasa" value="${language}">
<label for="nomor">${escapeHtml(words.number)}</label>
<input id="nomor" name="nomor" value="${escapeHtml(form.number)}" inputmode="numeric" autocomplete="off" maxlength="40" required aria-describedby="nomor-hint nomor-salah"${form.numberTrouble === undefined ? '' : ' aria-invalid="true"'}>
${trouble('nomor-salah', form.numberTrouble)}
<p class="dim" id="nomor-hint">${escapeHtml(words.numberHint)}</p>
${
  form.guarded
    ? `<p role="alert">${escapeHtml(words.digitsWhy)}</p>
<label for="angka">${escapeHtml(words.digits)}</label>
<input id="angka" name="angka" inputmode="numeric" autocomplete="off" maxlength="40" autofocus aria-describedby="angka-hint angka-salah"${form.digitsTrouble === undefined ? '' : ' aria-invalid="true"'}>
${trouble('angka-salah', form.digitsTrouble)}
<p class="dim" id="angka-hint">${escapeHtml(words.digitsHint)}</p>`
    : ''
}
<button type="submit">${escapeHtml(words.submit)}</button>
</form>`;
}
