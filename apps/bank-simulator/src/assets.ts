import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the page, read once. */
export interface Asset {
  readonly contentType: string;
  readonly content: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  'bank.css': 'text/css; charset=utf-8',
  'bank.js': 'text/javascript; charset=utf-8',
  'bank.svg': 'image/svg+xml',
};

/** The assets stay beside the sources; compiled code runs from dist/server/apps/bank-simulator/src. */
const FOLDERS = ['../assets', '../../../../../apps/bank-simulator/assets'].map((path) =>
  join(__dirname, path),
);

/** The page's own files by URL path. Throws when they were left out of the installation. */
export function loadAssets(): ReadonlyMap<string, Asset> {
  const folder = FOLDERS.find((candidate) => existsSync(join(candidate, 'bank.css')));
  if (folder === undefined)
    throw new Error('the bank page has no assets: apps/bank-simulator/assets is missing');
  return new Map(
    Object.entries(TYPES).map(([name, contentType]) => [
      `/assets/${name}`,
      { contentType, content: readFileSync(join(folder, name)) },
    ]),
  );
}
