import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite';

type Bundle = Rollup.OutputBundle;

const chunksOf = (bundle: Bundle) =>
  Object.values(bundle).filter((output): output is Rollup.OutputChunk => output.type === 'chunk');

/** A chunk, what it imports, and the styles of them all. */
function filesOf(bundle: Bundle, chunk: Rollup.OutputChunk, found = new Set<string>()): Set<string> {
  if (found.has(chunk.fileName)) return found;
  found.add(chunk.fileName);
  for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') filesOf(bundle, imported, found);
  }
  return found;
}

/**
 * Names in index.html the files a page inside needs besides those of the entry, so that public/first-paint.js can ask for
 * them while the entry is still on its way: on a slow line each step that waits for another costs a fifth of a second.
 *
 * @param pages begin of the path of a page → ends of the modules it is made of
 */
export function earlyFiles(pages: Readonly<Record<string, readonly string[]>>): Plugin {
  return {
    name: 'tirtapay-early-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle, chunk: entry }): HtmlTagDescriptor[] => {
        if (bundle === undefined || entry === undefined) return [];
        const known = filesOf(bundle, entry);
        const chunks = chunksOf(bundle);
        return Object.entries(pages).map(([path, modules]) => {
          const needed = modules.flatMap((ending) => {
            const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(ending)));
            if (chunk === undefined) throw new Error(`no chunk holds ${ending}`);
            return [...filesOf(bundle, chunk)];
          });
          const files = [...new Set(needed)].filter((file) => !known.has(file));
          return {
            tag: 'meta',
            attrs: {
              name: 'tp-early',
              'data-path': path,
              content: files.map((file) => `/${file}`).join(' '),
            },
            injectTo: 'head-prepend',
          };
        });
      },
    },
  };
}
