import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../app.setup';
import { openApiDocument } from '../openapi';
import { SystemClock } from '../platform/clock';
import { loadConfig } from '../platform/config';
import { runCommand } from './run-command';

const FILE = join('docs', 'openapi.json');

/** The committed contract; `--check` only says whether it is what the code says. No database is needed. */
async function writeOpenApi(check: boolean): Promise<number> {
  const config = loadConfig({
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
    JWT_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
    TIRTAPAY_JOBS: '0',
  });
  const app = await createApp(config, new SystemClock(config.zone), false);
  const text = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
  if (check) {
    if (readFileSync(FILE, 'utf8') === text) return 0;
    process.stderr.write(`${FILE} is not what the code says: run "npm run generate"\n`);
    return 1;
  }
  mkdirSync('docs', { recursive: true });
  writeFileSync(FILE, text);
  process.stdout.write(`${FILE} written\n`);
  return 0;
}

runCommand(() => writeOpenApi(process.argv.includes('--check')));
