import { escapeHtml } from '../../../platform/http';

const STYLE = `
:root { color-scheme: light dark; --ink: #17324d; --muted: #52606d; --line: #c9d3dc; --tint: #eef4f8; --ground: #fff; --text: #111827; }
@media (prefers-color-scheme: dark) { :root { --ink: #bcd9f2; --muted: #a3b1bf; --line: #33475b; --tint: #16232f; --ground: #0f1820; --text: #e6edf3; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
h1, h2 { color: var(--ink); line-height: 1.2; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { margin: 1.5rem 0 .25rem; font-size: 1rem; }
a { color: inherit; }
nav a { margin-right: 1rem; }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; background: var(--tint); padding: .75rem; border-radius: .375rem; }
details { border: 1px solid var(--line); border-radius: .375rem; margin: .5rem 0; }
summary { padding: .5rem .75rem; cursor: pointer; }
details > div { padding: 0 .75rem .75rem; }
.method { display: inline-block; min-width: 4.5rem; font-weight: 700; color: var(--ink); }
.note { color: var(--muted); }
:target { background: var(--tint); }
`;

/** A page of our own without any script: nothing it needs comes from elsewhere. */
export function htmlPage(language: 'id' | 'en', title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<nav><a href="/api/docs">API</a><a href="/docs/errors">${language === 'id' ? 'Katalog kesalahan' : 'Error catalogue'}</a><a href="/api/docs/openapi.json">openapi.json</a><a href="/api/docs/postman.json">Postman</a></nav>
${body}
</body>
</html>
`;
}
