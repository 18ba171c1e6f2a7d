import { systemClock } from './clock';
import { runCommand } from './command-line';
import { EXIT } from './exit-code';
import { readSettings, SettingError } from './settings';

/** Who stops reading (`| head`) stops nothing: a payment that is under way ends as it would have, unseen. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** The counter opens no port, so that an instance without the bank's pages (`off`) can be paid at as well. */
function surroundings({ BANK_SIMULATOR_PORT: port, ...others }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return port === 'off' ? others : { ...others, BANK_SIMULATOR_PORT: port };
}

async function main(): Promise<number> {
  const settings = readSettings(surroundings(process.env));
  return runCommand(process.argv.slice(2), settings, systemClock, (line) => {
    process.stdout.write(`${line}\n`);
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${reason}\n`);
    process.exitCode = error instanceof SettingError ? EXIT.usage : EXIT.unknown;
  },
);
