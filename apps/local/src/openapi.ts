import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../../api/src/app.setup';
import { DeveloperDocuments, errorCatalogueMarkdown } from '../../api/src/modules/outward/developer';
import { SystemClock } from '../../api/src/platform/clock';
import { loadConfig } from '../../api/src/platform/config';
import { runCommand } from '../../api/src/process/run-command';

/** The committed contract and what is made from it, by file. */
function documentsOf(documents: DeveloperDocuments): Map<string, string> {
  const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    [join('docs', 'openapi.json'), json(documents.openApi())],
    [join('docs', 'postman.json'), json(documents.postman())],
    [join('docs', 'errors.md'), errorCatalogueMarkdown()],
  ]);
}

function isCurrent(file: string, text: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') === text;
}

/** Writes the documents; `--check` only says whether they are what the code says. No database is needed. */
async function writeOpenApi(check: boolean): Promise<number> {
  const config = loadConfig({
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
    JWT_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
    TIRTAPAY_JOBS: '0',
  });
  const app = await createApp(config, new SystemClock(config.zone), false);
  const stale = [...documentsOf(app.get(DeveloperDocuments))].filter(
    ([file, text]) => !isCurrent(file, text),
  );
  if (check) {
    for (const [file] of stale)
      process.stderr.write(`${file} is not what the code says: run "npm run generate"\n`);
    return stale.length === 0 ? 0 : 1;
  }
  mkdirSync('docs', { recursive: true });
  for (const [file, text] of stale) {
    writeFileSync(file, text);
    process.stdout.write(`${file} written\n`);
  }
  return 0;
}

runCommand(() => writeOpenApi(process.argv.includes('--check')));
