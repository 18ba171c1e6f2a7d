import { html, type Html } from './html';

const PAGES = [
  ['/', 'Loket'],
  ['/va-qris', 'VA & QRIS'],
  ['/gangguan', 'Gangguan'],
  ['/settlement', 'Settlement'],
] as const;

/** The frame of every page: red bar, title, content. No inline script or style: the policy forbids both. */
export function layout(apiUrl: string, path: string, content: Html): string {
  const links = PAGES.map(
    ([address, title]) =>
      html`<a href="${address}" ${address === path ? html`aria-current="page"` : null}>${title}</a>`,
  );
  const title = PAGES.find(([address]) => address === path)?.[1] ?? '';
  return html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${path === '/' ? '' : `${title} · `}Bank Sandbox</title>
        <link rel="icon" href="/assets/bank.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/bank.css" />
        <script src="/assets/bank.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#isi">Langsung ke isi</a>
        <aside class="sandbox-bar" aria-label="Sandbox">
          <strong>SANDBOX</strong> Bukan bank sungguhan, tidak ada uang sungguhan.
        </aside>
        <header class="top">
          <h1>
            <a class="brand" href="/"
              ><img src="/assets/bank.svg" alt="" width="36" height="36" /><span>Bank Sandbox</span></a
            >
          </h1>
          <p class="target">Terhubung ke <code>${apiUrl}</code></p>
        </header>
        <nav class="pages" aria-label="Halaman">${links}</nav>
        <main id="isi" tabindex="-1">${content}</main>
      </body>
    </html> `.text;
}
