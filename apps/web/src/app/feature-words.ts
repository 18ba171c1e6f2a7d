const files = import.meta.glob<{ default: Record<string, unknown> }>('../features/*/*/words/*.json');

/** The words that lie beside the features, by `<language>/<feature>`. */
export const featureWords = Object.fromEntries(
  Object.entries(files).map(([path, load]) => {
    const [, feature, language] = /([^/]+)\/words\/([a-z]+)\.json$/.exec(path) ?? [];
    return [`${language ?? ''}/${feature ?? ''}`, load];
  }),
);
