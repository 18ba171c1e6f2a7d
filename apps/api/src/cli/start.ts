import 'reflect-metadata';
import { Product, StoppedWhileStarting } from './product';
import { explainFailure } from './run-command';

/** `npm start`: everything on this machine, until Ctrl-C. */
function main(): void {
  let ending: Promise<never> | undefined;
  const end = (code: number): Promise<never> => (ending ??= product.stop().then(() => process.exit(code)));
  const fail = (error: unknown): void => {
    if (error instanceof StoppedWhileStarting) return;
    process.stderr.write(`tirtapay: ${explainFailure(error)}\n`);
    void end(1);
  };
  const product = new Product(process.env, (line) => process.stdout.write(line), fail);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (ending === undefined) process.stdout.write('\nstopping …\n');
      void end(0);
    });
  product.start().catch(fail);
}

main();
