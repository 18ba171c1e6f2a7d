import 'reflect-metadata';
import { outliveReaders } from '../../api/src/process/closed-pipe';
import { Product, StoppedWhileStarting } from './product';
import { explainFailure } from '../../api/src/process/run-command';

/** `npm start`: everything on this machine, until Ctrl-C. */
function main(): void {
  outliveReaders();
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
  stopWithParent(() => void end(0));
  product.start().catch(fail);
}

/** npm that is killed leaves its child behind; nobody would know how to stop it then. */
function stopWithParent(stop: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 200);
  watch.unref();
}

main();
