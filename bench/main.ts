import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchFind } from './find';
import { benchGrowth, PARTS, type Part } from './growth/growth';
import { benchImport } from './import';
import { benchMigration } from './migration';
import { benchProcess, benchProcessLate, benchVerify } from './payment-api';
import { benchReceiptPdf } from './receipt-pdf';
import { benchReconcile } from './reconcile';
import { benchSecondProcess } from './second-process';
import { benchReportPdf } from './report-pdf';
import { benchStart } from './start';
import type { Line } from './support/report';
import { Surroundings } from './support/surroundings';

/** Each in a database server of its own, so that none leaves its rows to the next. */
async function surrounded(
  bench: (surroundings: Surroundings) => Promise<Line[]>,
  keep: string | null = null,
): Promise<Line[]> {
  const surroundings = await Surroundings.start(keep);
  try {
    return await bench(surroundings);
  } finally {
    await surroundings.stop();
  }
}

/** A million customers instead of a hundred thousand: an hour and a half and about fifty gigabytes. */
const LONG = process.argv.includes('--long');
/** `--keep=<folder>`: the books of `growth` stay there, and another run begins with them. */
const KEEP = process.argv.find((argument) => argument.startsWith('--keep='))?.slice('--keep='.length) ?? null;

/** `--parts=pages,export`: of `growth` only these. */
const NAMED = process.argv
  .find((argument) => argument.startsWith('--parts='))
  ?.slice('--parts='.length)
  .split(',');
const GROWTH_PARTS: ReadonlySet<Part> = new Set(PARTS.filter((part) => NAMED?.includes(part) !== false));

const BENCHES: Readonly<Record<string, () => Promise<Line[]>>> = {
  verify: () => surrounded(benchVerify),
  process: () => surrounded(benchProcess),
  'process-late': () => surrounded(benchProcessLate),
  receipt: benchReceiptPdf,
  'report-pdf': () => surrounded(benchReportPdf),
  start: benchStart,
  find: () => surrounded(benchFind),
  import: () => surrounded(benchImport),
  migration: () => surrounded(benchMigration),
  'second-process': () => surrounded(benchSecondProcess),
  reconcile: () => surrounded((surroundings) => benchReconcile(surroundings, LONG)),
  growth: () => surrounded((surroundings) => benchGrowth(surroundings, LONG, GROWTH_PARTS), KEEP),
};

/** `npm run bench [-- name …]`: every figure we claim, as ratios against a reference in the same run or against its limit. */
async function main(): Promise<void> {
  const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name));
  if (unknown.length > 0) {
    console.error(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const lines: Line[] = [];
  for (const [name, bench] of Object.entries(BENCHES))
    if (asked.length === 0 || asked.includes(name)) lines.push(...(await bench()));
  const folder = join(process.cwd(), 'test-output');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(lines, null, 2)}\n`);
}

void main();
