import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './support/free-port';
import { againstLimit, type Line } from './support/report';

const FIRST_LIMIT_SECONDS = 30;
const WARM_LIMIT_SECONDS = 5;
const WARM_STARTS = 3;

/** `npm start` without npm, until it says that it is ready; then stopped. @returns seconds */
async function start(home: string): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(__dirname, '..', 'apps/local/src/start.js')], {
    env: {
      ...process.env,
      TIRTAPAY_HOME: home,
      PORT: String(await freePort()),
      BANK_SIMULATOR_PORT: String(await freePort()),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let output = '';
  const ready = new Promise<number>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('TirtaPay ready in')) resolve((performance.now() - started) / 1_000);
    });
  });
  const seconds = await Promise.race([ready, ended.then(() => null)]);
  if (seconds === null) throw new Error(`ended before it was ready: ${output}`);
  child.kill('SIGTERM');
  await ended;
  return seconds;
}

/** P8: the first start in an empty home with the demonstration, then warm ones. */
export async function benchStart(): Promise<Line[]> {
  console.log(`start: one first start, ${String(WARM_STARTS)} warm ones`);
  const folder = mkdtempSync(join(tmpdir(), 'tirtapay-bench-'));
  // PostgreSQL runs as an unprivileged account when we are root; it must be able to walk in.
  chmodSync(folder, 0o755);
  try {
    const home = join(folder, 'home');
    const first = await start(home);
    const warm: number[] = [];
    for (let round = 0; round < WARM_STARTS; round += 1) warm.push(await start(home));
    return [
      againstLimit('start', 'first start with demonstration', [first], FIRST_LIMIT_SECONDS),
      againstLimit('start', 'warm start', warm, WARM_LIMIT_SECONDS),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
