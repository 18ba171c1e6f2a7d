import { resolve } from 'node:path';
import { defineConfig } from '@hey-api/openapi-ts';

/** docs/openapi.json → libs/api-client/src: types, one function per operation, TanStack Query options. Never edited. */
export default defineConfig({
  input: resolve(import.meta.dirname, '../../docs/openapi.json'),
  output: { path: resolve(import.meta.dirname, 'src'), clean: true },
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk', '@tanstack/react-query'],
});
