import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Connect } from 'vite';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { earlyFiles } from './early-files.plugin';
import { publicRouter } from './public-router.plugin';
import { themeCss } from './theme-css.plugin';

const root = import.meta.dirname;
const server = { target: process.env.TIRTAPAY_API ?? 'http://127.0.0.1:3000', changeOrigin: false };
const api = { '/api': server, '/tagihan': server };

/** The admin screens have their own HTML entry; every page address below /admin is answered with it. */
function adminFallback(): Plugin {
  const rewrite: Connect.NextHandleFunction = (request, _response, next) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    if (wantsPage && (path === '/admin' || path.startsWith('/admin/'))) request.url = '/admin.html';
    next();
  };
  return {
    name: 'tirtapay-admin-fallback',
    configureServer: (server) => void server.middlewares.use(rewrite),
    configurePreviewServer: (server) => void server.middlewares.use(rewrite),
  };
}

/**
 * The public and the admin entry are built apart (`--mode public`, `--mode admin`). They share half of their modules, and
 * no visitor uses both: built together, what they share would reach a phone as some twenty files and 10 KB more.
 */
const ENTRIES: Record<string, string> = { public: 'index.html', admin: 'admin.html' };

/** A bill is opened by its link more often than any other page inside. */
const EARLY = {
  '/': ['/i18n/id/public.json'],
  '/t/': ['/i18n/id/public-pay.json', '/public/bill/bill-page.tsx'],
};

/** What several pages inside share comes as one file as well. */
const SHARED = {
  name: 'shared',
  test: /[\\/](apps[\\/]web[\\/]src|libs)[\\/]/,
  minShareCount: 2,
  priority: 10,
};

export default defineConfig(({ mode }) => ({
  root,
  plugins: [
    react(),
    themeCss(),
    publicRouter(),
    adminFallback(),
    ...(mode === 'public' ? [earlyFiles(EARLY)] : []),
  ],
  resolve: { tsconfigPaths: true },
  server: { proxy: api },
  preview: { proxy: api },
  build: {
    outDir: resolve(root, '../../dist/web'),
    // Both entries go into one folder, at the same time.
    emptyOutDir: false,
    target: 'es2022',
    // A data: URL for a small asset would need a wider Content-Security-Policy than 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: resolve(root, ENTRIES[mode] ?? 'index.html'),
      // The law is pure: of its files only what a page uses goes to a phone.
      treeshake: { moduleSideEffects: (id) => !/[\\/]libs[\\/](domain|contracts)[\\/]src[\\/]/.test(id) },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            // A request costs a phone more than a few kilobytes: everything the first page needs comes as one file.
            { name: mode, tags: ['$initial'], priority: 20 },
            ...(mode === 'public' ? [SHARED] : []),
          ],
        },
      },
    },
  },
}));
