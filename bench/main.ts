import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchPaymentApi, type Work } from './payment-api';
import type { Line } from './support/report';
import { Surroundings } from './support/surroundings';

const PAYMENT_WORKS: readonly Work[] = ['process', 'verify'];

/** `npm run bench [-- name …]`: every figure we claim, as ratios against a reference in the same run. */
async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !PAYMENT_WORKS.some((work) => work === name));
  if (unknown.length > 0) {
    console.error(`no such bench: ${unknown.join(', ')}; there are ${PAYMENT_WORKS.join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const surroundings = await Surroundings.start();
  const lines: Line[] = [];
  try {
    const works = PAYMENT_WORKS.filter((work) => asked.length === 0 || asked.includes(work));
    if (works.length > 0) lines.push(...(await benchPaymentApi(surroundings, works)));
  } finally {
    await surroundings.stop();
  }
  const folder = join(process.cwd(), 'test-output');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(lines, null, 2)}\n`);
}

void main();
