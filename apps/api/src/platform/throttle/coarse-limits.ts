import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import { lineOf } from '@tirtapay/bank-protocol';
import type { FastifyRequest } from 'fastify';
import { ACCESS, type Access } from '../access';
import { currentUserId } from '../context';
import { Problem } from '../problem';

export type CoarseLimitName = 'address' | 'person';

/** One budget for all routes together, refused in the form of every other refusal. */
abstract class CoarseLimit extends ThrottlerGuard {
  protected abstract readonly limit: CoarseLimitName;

  override async onModuleInit(): Promise<void> {
    await super.onModuleInit();
    this.throttlers = this.throttlers.filter(({ name }) => name === this.limit);
  }

  protected override generateKey(_: ExecutionContext, caller: string, name: string): string {
    return `${name}/${caller}`;
  }

  /** @throws Problem request.rate_limited with Retry-After */
  protected override throwThrottlingException(
    _: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    return Promise.reject(new Problem('request.rate_limited', { retryAfter: timeToBlockExpire }));
  }
}

/**
 * Before anybody is asked who he is: a flood of forged tokens costs us no signature. Signed calls of banks have a tighter
 * budget at their own door, counted before their signature is looked at, so they are not counted twice.
 */
@Injectable()
export class AddressLimit extends CoarseLimit {
  protected readonly limit = 'address';

  protected override shouldSkip(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    return Promise.resolve(access?.kind === 'BANK' || access?.kind === 'SNAP');
  }

  protected override getTracker(request: Record<string, unknown>): Promise<string> {
    return Promise.resolve(lineOf((request as unknown as FastifyRequest).clientAddress));
  }
}

/** After it is known who calls: one member of staff, on whatever machines. */
@Injectable()
export class PersonLimit extends CoarseLimit {
  protected readonly limit = 'person';

  protected override shouldSkip(): Promise<boolean> {
    return Promise.resolve(currentUserId() === null);
  }

  protected override getTracker(): Promise<string> {
    return Promise.resolve(String(currentUserId()));
  }
}
