import type { Plugin } from 'vite';

const OWN = '?declarative';

/**
 * The staff's screens use the data router, the public pages only the declarative one. Sharing one copy would make
 * the public pages load both: 18 KB of their 150 KB budget. So the build gives them a copy of their own.
 */
export function publicRouter(): Plugin {
  return {
    name: 'tirtapay-public-router',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const inside = importer?.endsWith(OWN) ?? false;
      const asked = source === 'react-router-dom' && (importer?.includes('/src/public/') ?? false);
      if (!inside && !asked) return null;
      const found = await this.resolve(source, importer?.replace(OWN, ''), { ...options, skipSelf: true });
      if (!found?.id.includes('/react-router')) return found;
      return { ...found, id: found.id + OWN };
    },
  };
}
