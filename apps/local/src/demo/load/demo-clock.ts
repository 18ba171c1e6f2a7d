import { AsyncLocalStorage } from 'node:async_hooks';
import { Clock } from '../../../../api/src/platform/clock';

/** Lets each command of the demonstration happen at its own time, also when several run side by side. */
export class DemoClock extends Clock {
  private readonly moment = new AsyncLocalStorage<number>();

  constructor(
    zone: string,
    /** When the load began. */
    readonly real: number,
  ) {
    super(zone);
  }

  now(): number {
    return this.moment.getStore() ?? this.real;
  }

  at<T>(epoch: number, work: () => Promise<T>): Promise<T> {
    return this.moment.run(epoch, work);
  }
}
