import type { TakenRoundDto } from '@tirtapay/api-client';
import type { StandEntry } from './readings-api';

/** Whose name a stand is read in: nobody else sends it. */
export interface Reader {
  readonly id: number;
  readonly name: string;
}

/** The route somebody has taken along on this device. */
export interface TakenRound {
  readonly by: Reader;
  readonly round: TakenRoundDto;
  /** By the clock of this device, whatever it is set to. */
  readonly kept_at?: number;
}

/** Why the server did not take it, as it said so. */
export interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** Of the reading the server has of that month, where it has another one. */
  readonly existing_status?: string;
}

/** A stand on this device, until the server has it and its photo. */
export interface KeptStand {
  readonly client_id: string;
  readonly by: Reader;
  readonly name: string;
  readonly entry: StandEntry;
  readonly note: string;
  /** Null where the clock of the device is wrong: then it counts as read when it arrives. */
  readonly read_at: string | null;
  readonly photo: Blob | null;
  /** The server has the stand, and only its photo is still here. */
  readonly reading_id: number | null;
  readonly refusal: Refusal | null;
}

const NAME = 'tirtapay-walk';
const TAKEN = 'taken';
const STANDS = 'stands';
/** There is one route at a time. */
const OWN = 'own';

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(TAKEN);
      request.result.createObjectStore(STANDS, { keyPath: 'client_id' });
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('the device refuses storage'));
    };
  });

/** All of `work` or nothing, and on the disk of the device when it is over. */
async function within<T>(
  mode: IDBTransactionMode,
  work: (stores: { taken: IDBObjectStore; stands: IDBObjectStore }) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction([TAKEN, STANDS], mode, { durability: 'strict' });
      const request = work({
        taken: transaction.objectStore(TAKEN),
        stands: transaction.objectStore(STANDS),
      });
      transaction.oncomplete = () => {
        resolve(request.result);
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new Error('the device refuses storage'));
      };
    });
  } finally {
    database.close();
  }
}

export const takenRound = async (): Promise<TakenRound | null> =>
  ((await within('readonly', ({ taken }) => taken.get(OWN))) as TakenRound | undefined) ?? null;

export const keepRound = (round: TakenRound) => within('readwrite', ({ taken }) => taken.put(round, OWN));

/** Names and addresses do not stay on a device nobody works on. What was read stays until it is sent. */
export const forgetRound = () => within('readwrite', ({ taken }) => taken.delete(OWN));

/** In the order they were read. */
export const keptStands = async (): Promise<KeptStand[]> =>
  ((await within('readonly', ({ stands }) => stands.getAll())) as KeptStand[]).sort((a, b) =>
    (a.read_at ?? '') < (b.read_at ?? '') ? -1 : 1,
  );

/** The house of a stand is done on the route that was taken along, or open again. */
function mark(taken: IDBObjectStore, { entry }: KeptStand, state: 'RECORDED' | 'UNREAD'): void {
  const request = taken.get(OWN) as IDBRequest<TakenRound | undefined>;
  request.onsuccess = () => {
    const own = request.result;
    if (own?.round.period !== entry.period) return;
    const stops = own.round.stops.map((stop) =>
      stop.customer_number === entry.customer_number ? { ...stop, state } : stop,
    );
    taken.put({ ...own, round: { ...own.round, stops } }, OWN);
  };
}

/** In place of an earlier one of the same house, and the house is done: all at once. */
export const keepStand = (stand: KeptStand, inPlaceOf?: string) =>
  within('readwrite', ({ taken, stands }) => {
    if (inPlaceOf !== undefined) stands.delete(inPlaceOf);
    mark(taken, stand, 'RECORDED');
    return stands.put(stand);
  });

/** What became of one on its way; of one that was put right or thrown away meanwhile nothing is noted. */
export const noteStand = (stand: KeptStand) =>
  within('readwrite', ({ stands }) => {
    const request = stands.count(stand.client_id);
    request.onsuccess = () => {
      if (request.result > 0) stands.put(stand);
    };
    return request;
  });

/** The server has it, all of it; a route that was taken anew meanwhile may say that the house is open. */
export const dropStand = (stand: KeptStand) =>
  within('readwrite', ({ taken, stands }) => {
    mark(taken, stand, 'RECORDED');
    return stands.delete(stand.client_id);
  });

/** A person throws it away: the house is open again. */
export const discardStand = (stand: KeptStand) =>
  within('readwrite', ({ taken, stands }) => {
    mark(taken, stand, 'UNREAD');
    return stands.delete(stand.client_id);
  });
