import { ApiProblem } from '../../../../lib/api-problem';
import { currentSession } from '../../../../lib/session';
import type { KeptStand, Reader, Refusal } from './device-store';
import { dropStand, keptStands, noteStand } from './device-store';
import { recordReading } from './readings-api';
import { clockIsOff, outcomeOf } from './send-law';
import { sendPhoto } from './send-photo';

/** A request that hangs on a weak signal is given up and sent again: it is the same stand by its `client_id`. */
const STAND_TIME = 20_000;
const PHOTO_TIME = 60_000;

/** A server that fails at so many is not asked for more. */
const MOST_FAILED = 3;

const existingOf = ({
  extensions: { existing_status: status },
}: ApiProblem): Pick<Refusal, 'existing_status'> =>
  typeof status === 'string' ? { existing_status: status } : {};

const refusalOf = (error: unknown): Refusal =>
  error instanceof ApiProblem
    ? { code: error.code, title: error.title, detail: error.detail ?? '', ...existingOf(error) }
    : { code: 'internal.error', title: '', detail: '' };

function bodyOf(stand: KeptStand) {
  return {
    ...stand.entry,
    client_id: stand.client_id,
    ...(stand.read_at !== null && { read_at: stand.read_at }),
    ...(stand.note !== '' && { note: stand.note }),
  };
}

/**
 * A request is signed by whoever is logged in when it goes out, and sending outlives the page it began on: somebody else may
 * have taken the phone since.
 */
function assertOwn({ by }: KeptStand): void {
  const session = currentSession();
  if (session.status !== 'active' || session.user.id !== by.id)
    throw new Error('whoever read it is not logged in any more');
}

async function recorded(stand: KeptStand): Promise<KeptStand> {
  const send = (sent: KeptStand) => {
    assertOwn(stand);
    return recordReading(bodyOf(sent), AbortSignal.timeout(STAND_TIME));
  };
  try {
    return { ...stand, reading_id: (await send(stand)).id };
  } catch (error) {
    if (stand.read_at === null || !clockIsOff(error)) throw error;
    const timeless = { ...stand, read_at: null };
    return { ...timeless, reading_id: (await send(timeless)).id };
  }
}

/**
 * A stand leaves the device only when the server has it, and its photo by its hash. What was stored on the way is noted, so
 * that a page that dies in between goes on where it was.
 */
async function sendOne(stand: KeptStand): Promise<'SENT' | ReturnType<typeof outcomeOf>> {
  let kept = stand;
  try {
    if (kept.reading_id === null) {
      kept = await recorded(kept);
      if (kept.photo !== null) await noteStand(kept);
    }
    if (kept.photo !== null && kept.reading_id !== null)
      await sendPhoto(kept.reading_id, kept.photo, {
        clientId: stand.client_id,
        patience: PHOTO_TIME,
        beforeEach: () => {
          assertOwn(stand);
        },
      });
    await dropStand(kept);
    return 'SENT';
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome === 'REFUSED') await noteStand({ ...kept, refusal: refusalOf(error) });
    return outcome;
  }
}

/** One page sends at a time: what another tab is sending is not sent beside it. */
const alone = async <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('tirtapay-walk', work) : work();

/**
 * Sends what this reader keeps here, in the order it was read, for as long as the server takes it; one it fails at is left for
 * the next time and does not stop those behind it.
 * @returns whether the server answered to all that was sent
 */
export const sendKept = (reader: Reader): Promise<boolean> =>
  alone(async () => {
    // Looked up anew for each: meanwhile one may have been added, put right or thrown away.
    const failed = new Set<string>();
    const next = async () =>
      (await keptStands()).find(
        ({ by, refusal, client_id }) => by.id === reader.id && refusal === null && !failed.has(client_id),
      );
    for (let stand = await next(); stand !== undefined; stand = await next()) {
      const outcome = await sendOne(stand);
      if (outcome === 'AWAY') return false;
      if (outcome === 'WAITS') return true;
      if (outcome === 'FAILED' && failed.add(stand.client_id).size === MOST_FAILED) return false;
    }
    return failed.size === 0;
  });
