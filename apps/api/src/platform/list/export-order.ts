import { AsyncLocalStorage } from 'node:async_hooks';

/** What a file of a list is called and what it is. */
interface ExportName {
  /** With its ending. */
  readonly name: string;
  readonly type: string;
}

/** A file that is written for later, or only asked about, by a call of this process to the route of the export. */
export interface ExportOrder {
  /** Where it is written; null only asks whether the person may have it and the filter is one. */
  readonly target: {
    readonly path: string;
    readonly signal: AbortSignal;
    /** Told how many rows there are until now, now and then. */
    readonly written: (rows: number) => void;
    /** Told how many there will be, by whoever finds out while writing. */
    readonly expected: (rows: number) => void;
  } | null;
  /** Set by the route: an address that sends no file leaves it empty. */
  answer?: ExportName & {
    readonly rows: number;
    /** It says itself how many rows there will be: nobody has to count them beforehand. */
    readonly countsItself: boolean;
  };
}

const storage = new AsyncLocalStorage<ExportOrder>();

export function placeOrder<T>(order: ExportOrder, work: () => T): T {
  return storage.run(order, work);
}

/** Whom to tell how many rows there will be; nobody asks where the file is sent at once. */
export const expectedRows = (): ((rows: number) => void) | undefined => standingOrder()?.target?.expected;

export const standingOrder = (): ExportOrder | undefined => storage.getStore();

/** How many rows pass between two words about it. */
const TOLD_EVERY = 2_000;

export async function* counted<Item>(
  items: AsyncIterable<Item>,
  told: (rows: number) => void,
): AsyncGenerator<Item> {
  let rows = 0;
  for await (const item of items) {
    yield item;
    rows += 1;
    if (rows % TOLD_EVERY === 0) told(rows);
  }
  told(rows);
}
