import type { BasketBody, BasketDto } from '@tirtapay/api-client';
import { ApiProblem, saysNothing } from '../../../../lib/api-problem';

/** How the server is reached; given from outside so that the rule can be tried without one. */
export interface CounterServer {
  sell: (body: BasketBody) => Promise<BasketDto>;
  /** Rejects with counter.basket_not_found while nothing was sold. */
  find: (id: string) => Promise<BasketDto>;
  wait: (seconds: number) => Promise<void>;
}

/** Whether it was sold is not known yet: the same basket is asked again, which sells nothing twice. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
  constructor(override readonly cause: unknown) {
    super('unknown');
  }
}

const NOT_FOUND = 'counter.basket_not_found';
/** A supplier may take its time; after that a person decides whether to go on waiting. */
const MOST_WAITS = 60;

const isUnderWay = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.status === 409 && error.retryAfter !== undefined;

/** What stands under an id; null when nothing was sold. @throws OutcomeUnknown */
export async function lookUp(server: CounterServer, id: string): Promise<BasketDto | null> {
  try {
    return await server.find(id);
  } catch (error) {
    if (error instanceof ApiProblem && error.code === NOT_FOUND) return null;
    throw new OutcomeUnknown(error);
  }
}

/**
 * Sells a basket and says the truth about it: what was sold, or why nothing was. Repeating it is safe: the server knows it
 * by its id.
 * @returns the finished basket
 * @throws ApiProblem when nothing was sold; OutcomeUnknown when nobody can say yet
 */
export async function sellTruthfully(server: CounterServer, body: BasketBody): Promise<BasketDto> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await server.sell(body);
    } catch (error) {
      if (isUnderWay(error) && waits < MOST_WAITS) {
        await server.wait(error.retryAfter ?? 1);
        continue;
      }
      // Work still going on says nothing about what was sold either.
      if (saysNothing(error) || isUnderWay(error)) throw new OutcomeUnknown(error);
      // A session that ended cannot be asked; its refusal came before anything else.
      if (error instanceof ApiProblem && error.status === 401) throw error;
      const standing = await lookUp(server, body.id);
      if (standing === null) throw error;
      // Sold from another window with other cash, or begun: what stands is the truth.
      if (standing.status === 'DONE') return standing;
      throw new OutcomeUnknown(error);
    }
  }
}

/** Work that another page has begun may not have reached the server yet. */
const LOOKS = 3;

/** Nobody else in this browser works on the basket meanwhile. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * What became of a basket that was sent before this page was opened: a reload, another window. Each look is a turn of its own:
 * a window that has just sent it may be the slower one, and sells between two looks.
 * @returns null when nothing was sold, so that it can be sold now
 * @throws as sellTruthfully
 */
export async function resumeTruthfully(
  server: CounterServer,
  body: BasketBody,
  turn: Turn,
): Promise<BasketDto | null> {
  for (let looks = 1; ; looks += 1) {
    const found = await turn(async () => {
      const standing = await lookUp(server, body.id);
      return standing === null || standing.status === 'DONE' ? standing : sellTruthfully(server, body);
    });
    if (found !== null || looks >= LOOKS) return found;
    await server.wait(1);
  }
}
