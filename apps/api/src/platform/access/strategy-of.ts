import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport';
import type { Actor } from '../context';
import type { Credential, Credentials } from './credentials';

type Decide = (refusal: Error | null, actor: Actor | null) => void;

/** Hands the call to `validate` of the strategy built on it. */
class CallStrategy extends Strategy {
  constructor(
    readonly credentials: Credentials,
    private readonly verify: (request: FastifyRequest, decide: Decide) => void,
  ) {
    super();
  }

  override authenticate(request: unknown): void {
    this.verify(request as FastifyRequest, (refusal, actor) => {
      if (refusal !== null) this.error(refusal);
      else if (actor === null) this.fail();
      else this.success(actor);
    });
  }
}

/**
 * What a strategy of one credential extends: it implements `validate(request)`, which answers with the actor or throws
 * the refusal. Being a provider of a module is enough for the guard to ask it.
 */
export function strategyOf(credential: Credential) {
  abstract class CredentialStrategy extends PassportStrategy<typeof CallStrategy, Actor>(
    CallStrategy,
    credential,
  ) {
    /** @throws the refusal */
    abstract override validate(request: FastifyRequest): Promise<Actor>;

    // Asked while the strategy is constructed, when the registry of its application already is in its field.
    getPassportInstance() {
      return this.credentials.passport;
    }
  }
  return CredentialStrategy;
}
