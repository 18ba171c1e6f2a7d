import { systemClock } from './clock';
import { runCommand } from './command-line';
import { EXIT } from './exit-code';
import { readSettings, SettingError } from './settings';

async function main(): Promise<number> {
  const settings = readSettings(process.env);
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
