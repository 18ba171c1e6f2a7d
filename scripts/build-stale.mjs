// Builds what changed since the last build, by content: a fresh checkout builds once, a warm start builds nothing.
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const PARTS = {
  server: {
    inputs: [
      'libs',
      'apps/api/src',
      'apps/local/src',
      'apps/bank-simulator',
      'bench',
      'nest-cli.json',
      'tsconfig.base.json',
      'tsconfig.build.json',
      '.swcrc',
      'package-lock.json',
    ],
    output: 'dist/server/apps/api/src/main.js',
    build: buildServer,
  },
  web: {
    inputs: [
      'libs',
      'apps/web',
      'docs/samples',
      'tsconfig.base.json',
      'package-lock.json',
      'scripts/build-stale.mjs',
    ],
    output: 'dist/web/index.html',
    build: buildWeb,
  },
};

/** Folders of tests are no part of what is built. */
const TESTS = new Set(['e2e', 'test']);

function* filesUnder(path) {
  if (!existsSync(path)) return;
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!TESTS.has(entry.name)) yield* filesUnder(file);
    } else if (!/\.(spec|test)\.tsx?$/.test(entry.name)) yield file;
  }
}

function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const path = join(root, input);
    for (const file of input.includes('.') ? [path] : filesUnder(path))
      hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Runs a program of Node to its end.
 * @returns what it printed; programs print what they are asked for (a key, a document), so it is shown only when it fails
 */
async function run(failure, parameters, env = process.env) {
  const child = spawn(process.execPath, parameters, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const status = await new Promise((ended) => child.once('close', ended));
  if (status !== 0) throw new Error(`${failure}\n${said}`);
}

/** Every project of nest-cli.json, into one folder that mirrors the sources. */
async function buildServer() {
  // What was renamed or removed must not be found again; the CLI of a monorepo clears no folder its projects share.
  rmSync(join(root, 'dist', 'server'), { recursive: true, force: true });
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  if (!existsSync(nest)) throw new Error('the build tools are not installed: run "npm ci"');
  await run('the server does not build', [nest, 'build', '--all', '--silent']);
}

/** Text is sent compressed; doing it here once costs nothing per request. */
function compress(folder) {
  for (const file of filesUnder(folder)) {
    if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file)) continue;
    const content = readFileSync(file);
    if (content.length < 1_024) continue;
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    );
  }
}

/** Waits for all of them, also when one has failed: nothing goes on writing behind an error, and every error is told. */
async function allOf(work) {
  const failed = (await Promise.allSettled(work)).flatMap(({ status, reason }) =>
    status === 'rejected' ? [reason] : [],
  );
  if (failed.length > 0) throw new Error(failed.map(({ message }) => message).join('\n\n'));
}

async function buildEntry(entry) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  await run(
    `the web application does not build (${entry})`,
    [vite, 'build', '-c', 'apps/web/vite.config.ts', '--mode', entry, '--logLevel', 'warn'],
    // The application is always built as for production; NODE_ENV belongs to the server that serves it.
    { ...process.env, NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  );
}

async function buildWeb() {
  const folder = join(root, 'dist', 'web');
  rmSync(folder, { recursive: true, force: true });
  await allOf(['public', 'admin'].map(buildEntry));
  compress(folder);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two starts at once on one checkout: the second waits and then finds everything built. */
async function alone(name, work) {
  const lock = join(root, 'dist', `.${name}-lock`);
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const owner = Number(readFileSync(lock, 'utf8'));
      if (owner > 0 && isAlive(owner)) await new Promise((resolve) => setTimeout(resolve, 200));
      else rmSync(lock, { force: true });
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function buildPart(name) {
  const { inputs, output, build } = PARTS[name];
  const stamp = join(root, 'dist', `.${name}-stamp`);
  const isCurrent = (wanted) =>
    existsSync(stamp) && existsSync(join(root, output)) && readFileSync(stamp, 'utf8') === wanted;
  if (isCurrent(fingerprint(inputs))) return;
  await alone(name, async () => {
    const wanted = fingerprint(inputs);
    if (isCurrent(wanted)) return;
    const started = performance.now();
    rmSync(stamp, { force: true });
    await build();
    writeFileSync(stamp, wanted);
    console.log(`built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  });
}

/** @param {('server' | 'web')[]} names */
export async function buildStale(names) {
  await allOf(names.map(buildPart));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildStale(process.argv.length > 2 ? process.argv.slice(2) : ['server', 'web']);
