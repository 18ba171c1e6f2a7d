/** What a document of ours names of its own release; each name carries a hash. */
export const namedIn = (html: string): string[] => [...new Set(html.match(/\/assets\/[\w./-]+/g))];

/**
 * What is kept opens without a signal only if it is of one release: the document that is served now may name parts of the next,
 * while the page that runs is made of those before.
 */
export const isOfOneRelease = (html: string, parts: readonly string[]): boolean => {
  const named = namedIn(html);
  return named.length > 0 && named.every((part) => parts.includes(part));
};
