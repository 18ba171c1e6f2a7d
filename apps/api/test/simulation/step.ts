import type fc from 'fast-check';
import { MINUTE } from './days';
import type { Model } from './model';
import type { World } from './world';

export type Step = fc.AsyncCommand<Model, World>;

/**
 * One thing that happens, a minute after the one before.
 * @param wish what chance chose; written where a run failed
 * @param can whether it can happen as things stand
 */
export function step(
  name: string,
  wish: object,
  can: (model: Readonly<Model>) => boolean,
  take: (model: Model, world: World) => Promise<void>,
): Step {
  const told = `${name} ${JSON.stringify(wish)}`;
  return {
    check: can,
    run: async (model, world) => {
      await world.go(model, MINUTE);
      world.taken.push(name);
      try {
        await take(model, world);
      } catch (error) {
        if (error instanceof Error) error.message = `${told} on ${model.today}: ${error.message}`;
        throw error;
      }
    },
    toString: () => told,
  };
}

/** The one a number stands for; with fewer of them the same number stands for another. */
export function picked<T>(among: readonly T[], number: number): T {
  const found = among[number % among.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
