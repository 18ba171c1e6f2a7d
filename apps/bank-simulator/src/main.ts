import { startBankSimulator } from './index';
import { readSettings } from './settings';

function explained(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== 'EADDRINUSE') return message;
  return `port Bank Sandbox sudah dipakai (${message}); pilih yang lain dengan BANK_SIMULATOR_PORT`;
}

async function main(): Promise<void> {
  const simulator = await startBankSimulator(readSettings(process.env));
  process.stdout.write(`Bank Sandbox: ${simulator.url}\n`);
  const stop = (): void => {
    void simulator.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explained(error)}\n`);
  process.exitCode = 1;
});
