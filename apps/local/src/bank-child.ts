import { startBankSimulator } from '../../bank-simulator/src';
import type { BankMessage, BankOptions } from './bank-process';

async function main(): Promise<void> {
  const bank = await startBankSimulator(JSON.parse(process.argv[2] ?? '') as BankOptions);
  process.once('disconnect', () => {
    void bank.close().finally(() => process.exit(0));
  });
  const message: BankMessage = { publicKeyPem: bank.publicKeyPem };
  process.send?.(message);
}

main().catch((error: unknown) => {
  const message: BankMessage = { failure: error instanceof Error ? error.message : String(error) };
  process.send?.(message, () => process.exit(1));
});
