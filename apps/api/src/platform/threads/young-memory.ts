import { setFlagsFromString } from 'node:v8';
import type { Worker } from 'node:worker_threads';

const SIZES = ['min-semi-space-size', 'max-semi-space-size'] as const;

/** What the process was started with on its command line; 0 leaves it to V8. */
function ofProcess(size: string): string {
  return process.execArgv.findLast((flag) => flag.startsWith(`--${size}=`))?.split('=')[1] ?? '0';
}

/**
 * A thread with as much young memory as its `resourceLimits` say. V8 gives every thread the sizes of the process, which are
 * made for the one that answers everybody: a reader of files then holds eighty megabytes for ten, and, as its old memory is
 * bounded, is collected whole again and again. The flags are read while the thread's heap is made, and stand as they stood
 * once it runs; of two that are opened in the same moment the first sets them back, which costs the second its smallness only.
 */
export function withYoungMemoryOfItsOwn(open: () => Worker): Worker {
  for (const size of SIZES) setFlagsFromString(`--${size}=0`);
  const worker = open();
  const setBack = () => {
    for (const size of SIZES) setFlagsFromString(`--${size}=${ofProcess(size)}`);
  };
  worker.once('online', setBack);
  worker.once('exit', setBack);
  return worker;
}
