import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TestDatabase } from '../../api/test/support';

const ROOT = resolve(__dirname, '../../..');

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly complaints: string;
}

/** `npm run <command>` in an environment of its own; with nobody to read what it prints when `unread`. */
function run(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  unread = false,
): Promise<Ended> {
  const child = spawn(process.execPath, ['scripts/run.mjs', ...command], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaints = '';
  if (unread) child.stdout.destroy();
  else child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  return new Promise((ended) => {
    child.once('close', (code) => {
      ended({ code, output, complaints });
    });
  });
}

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tirtapay commands '));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

describe('npm run bank', () => {
  /** An API that refuses, and tells what it was asked. */
  async function withBiller(work: (port: string, asked: readonly string[]) => Promise<void>): Promise<void> {
    const asked: string[] = [];
    const biller = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(404, { 'content-type': 'application/problem+json' }).end('{}');
    });
    await new Promise<void>((listening) => biller.listen(0, '127.0.0.1', listening));
    await work(String((biller.address() as AddressInfo).port), asked);
    await new Promise((closed) => biller.close(closed));
  }

  it('calls the instance whose PORT it is given, also where that has no pages of the bank', async () => {
    await withBiller(async (port, asked) => {
      const environment = { PORT: port, TIRTAPAY_HOME: home, BANK_SIMULATOR_PORT: 'off' };
      const { output, complaints } = await run(['bank', 'inquire', '010203000046'], environment);
      expect(complaints).toBe('');
      expect(output).toContain(`Bank Sandbox → http://127.0.0.1:${port} sebagai`);
      expect(asked).toEqual(['/api/v1/payment/verify']);
    });
  });

  it('goes on to its end when nobody reads it, without a stack', async () => {
    await withBiller(async (port, asked) => {
      const environment = { PORT: port, TIRTAPAY_HOME: home };
      const read = await run(['bank', 'inquire', '010203000046'], environment);
      const unread = await run(['bank', 'inquire', '010203000046'], environment, true);
      expect(unread).toEqual({ code: read.code, output: '', complaints: '' });
      expect(asked).toHaveLength(2);
    });
  });
});

describe('a command nobody reads', () => {
  it.each(['invariants', 'doctor', 'migrate'])(
    'npm run %s does its work and ends as it would have',
    async (name) => {
      const database = await TestDatabase.create();
      const environment = {
        DATABASE_URL: database.appUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        TIRTAPAY_HOME: home,
      };
      const read = await run([name], environment);
      expect(read.output).not.toBe('');
      expect(await run([name], environment, true)).toEqual({ code: read.code, output: '', complaints: '' });
      await database.drop();
    },
  );
});
