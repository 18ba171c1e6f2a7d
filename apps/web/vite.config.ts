import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Connect } from 'vite';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { publicRouter } from './public-router.plugin';
import { themeCss } from './theme-css.plugin';

const root = import.meta.dirname;
const api = { '/api': { target: process.env.TIRTAPAY_API ?? 'http://127.0.0.1:3000', changeOrigin: false } };

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

export default defineConfig({
  root,
  plugins: [react(), themeCss(), publicRouter(), adminFallback()],
  resolve: { tsconfigPaths: true },
  server: { proxy: api },
  preview: { proxy: api },
  build: {
    outDir: resolve(root, '../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // A data: URL for a small asset would need a wider Content-Security-Policy than 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: resolve(root, 'index.html'), admin: resolve(root, 'admin.html') },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
          ],
        },
      },
    },
  },
});
