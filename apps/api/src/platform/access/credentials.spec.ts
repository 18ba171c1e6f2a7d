import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../context';
import { Problem } from '../problem';
import { Credentials } from './credentials';
import { strategyOf } from './strategy-of';

/** Answers when the test says so, with the name the call carries. */
class Named extends strategyOf('STAFF') {
  private readonly waiting = new Map<string, () => void>();

  override async validate(request: FastifyRequest): Promise<Actor> {
    const name = String(request.headers.authorization);
    await new Promise<void>((resolve) => this.waiting.set(name, resolve));
    if (name === 'nobody') throw new Problem('auth.session_ended');
    return { kind: 'BANK', id: 1, code: name, keyId: null };
  }

  answer(name: string): void {
    this.waiting.get(name)?.();
  }
}

const calling = (credentials: Credentials, name: string) =>
  credentials.verify('STAFF', { headers: { authorization: name } } as FastifyRequest, {} as FastifyReply);
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('answers calls at the same time each with its own caller, whoever is known first', async () => {
  const credentials = new Credentials();
  const strategy = new Named(credentials);
  const calls = ['ani', 'budi', 'citra'].map((name) => calling(credentials, name));
  await turn();
  for (const name of ['citra', 'ani', 'budi']) strategy.answer(name);
  expect((await Promise.all(calls)).map((actor) => 'code' in actor && actor.code)).toEqual([
    'ani',
    'budi',
    'citra',
  ]);
});

it('keeps two applications of one process apart', async () => {
  const [first, second] = [new Credentials(), new Credentials()];
  const strategies = [new Named(first), new Named(second)];
  const call = calling(first, 'ani');
  await turn();
  strategies[1]?.answer('ani');
  const early = await Promise.race([call.then(() => 'answered'), turn().then(() => 'waits')]);
  expect(early).toBe('waits');
  strategies[0]?.answer('ani');
  expect(await call).toMatchObject({ code: 'ani' });
});

it('hands on the refusal of the strategy, and lets nobody in where there is none', async () => {
  const credentials = new Credentials();
  const strategy = new Named(credentials);
  const refused = calling(credentials, 'nobody');
  await turn();
  strategy.answer('nobody');
  await expect(refused).rejects.toMatchObject({ code: 'auth.session_ended' });
  await expect(credentials.verify('SNAP', {} as FastifyRequest, {} as FastifyReply)).rejects.toThrow(
    /Unknown authentication strategy/,
  );
});
