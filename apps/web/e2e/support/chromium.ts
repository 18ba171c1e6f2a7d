import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './product';

/** Where a browser is and what its process must find in its environment. */
export interface Chromium {
  readonly executablePath: string;
  readonly env?: Record<string, string>;
}

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const run = promisify(execFile);
const CACHE = join(ROOT, 'node_modules', '.cache', 'tirtapay');
/** With whose libraries it starts here: tried once, in the set-up of the run. */
const STARTS_WITH = 'TIRTAPAY_E2E_LIBRARIES';

/**
 * The browser of this machine: on Linux x64 the packaged one, with the system's libnss3 or else with the package's own;
 * anywhere else an installed one.
 *
 * @param libraries `packaged` leaves the system's libraries aside, as on a machine that has none
 * @throws with what the browser itself said, when it starts neither way
 */
export async function findChromium(libraries: 'any' | 'packaged' = 'any'): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return installed();
  const folder = await unpackedChromium();
  const executablePath = join(folder, 'chromium');
  const packaged = { ...plainEnvironment(), LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  const known = libraries === 'any' ? process.env[STARTS_WITH] : undefined;
  if (known !== undefined) return known === 'system' ? { executablePath } : { executablePath, env: packaged };
  const withSystem = libraries === 'any' ? await complaint(executablePath, process.env) : 'not tried';
  if (withSystem === undefined) {
    process.env[STARTS_WITH] = 'system';
    return { executablePath };
  }
  const withPackaged = await complaint(executablePath, packaged);
  if (withPackaged === undefined) {
    if (libraries === 'any') process.env[STARTS_WITH] = 'packaged';
    return { executablePath, env: packaged };
  }
  throw new Error(
    `the packaged Chromium does not start:\nwith the system's libraries: ${withSystem}\nwith its own: ${withPackaged}`,
  );
}

function installed(): Chromium {
  const executablePath = INSTALLED.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error(`no browser for ${process.platform}/${process.arch}: install Chromium or Chrome`);
  return { executablePath };
}

function plainEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** @returns what the browser said when it did not start; undefined when it did */
async function complaint(executablePath: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  try {
    await run(executablePath, ['--version', '--no-sandbox'], { env });
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/**
 * The package unpacks itself into the temporary folder and takes any file it finds there for finished. Each process
 * therefore unpacks into a folder of its own, and one rename makes it everybody's: whoever sees the folder sees all of it.
 *
 * @param cache for the tests of the unpacking itself
 */
export async function unpackedChromium(cache: string = CACHE): Promise<string> {
  // Read as a file: the package exports its main module only.
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const own = mkdtempSync(join(cache, 'unpacking-'));
  try {
    await unpackInto(own);
    renameSync(own, folder);
  } catch (error) {
    // Another process was first; its folder is as whole as ours.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  return folder;
}

/** In a process of its own: the package asks the environment where to unpack and whether to add its libraries. */
async function unpackInto(folder: string): Promise<void> {
  const program = `import('@sparticuz/chromium').then((its) => its.default.executablePath())`;
  await run(process.execPath, ['-e', program], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      TMPDIR: folder,
      // As on Lambda, where there is no libnss3 and the package brings it.
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
    },
  });
}
