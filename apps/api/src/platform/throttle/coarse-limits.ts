import { Injectable, type ExecutionContext, type OnModuleInit } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  InjectThrottlerOptions,
  InjectThrottlerStorage,
  ThrottlerGuard,
  type ThrottlerLimitDetail,
  type ThrottlerModuleOptions,
  type ThrottlerStorage,
} from '@nestjs/throttler';
import { lineOf } from '@tirtapay/bank-protocol';
import type { FastifyRequest } from 'fastify';
import { ACCESS, type Access } from '../access';
import { currentUserId } from '../context';
import { Problem } from '../problem';

export type CoarseLimitName = 'address' | 'person';

/** One budget for all routes together, refused in the form of every other refusal. */
abstract class Budget extends ThrottlerGuard {
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

class AddressBudget extends Budget {
  protected readonly limit = 'address';

  protected override getTracker(request: Record<string, unknown>): Promise<string> {
    return Promise.resolve(lineOf((request as unknown as FastifyRequest).clientAddress));
  }
}

class PersonBudget extends Budget {
  protected readonly limit = 'person';

  protected override getTracker(): Promise<string> {
    return Promise.resolve(String(currentUserId()));
  }
}

/** Whom a budget does not concern is let through at once: the promises of the library would cost every call of a bank. */
abstract class CoarseLimit implements OnModuleInit {
  constructor(
    private readonly budget: Budget,
    private readonly concerns: (context: ExecutionContext) => boolean,
  ) {}

  onModuleInit(): Promise<void> {
    return this.budget.onModuleInit();
  }

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    return !this.concerns(context) || this.budget.canActivate(context);
  }
}

/**
 * Before anybody is asked who he is: a flood of forged tokens costs us no signature. Signed calls of banks have a tighter
 * budget at their own door, counted before their signature is looked at, so they are not counted twice.
 */
@Injectable()
export class AddressLimit extends CoarseLimit {
  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    reflector: Reflector,
  ) {
    super(new AddressBudget(options, storage, reflector), (context) => {
      const access = reflector.get<Access | undefined>(ACCESS, context.getHandler());
      return access?.kind !== 'BANK' && access?.kind !== 'SNAP';
    });
  }
}

/** After it is known who calls: one member of staff, on whatever machines. */
@Injectable()
export class PersonLimit extends CoarseLimit {
  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    reflector: Reflector,
  ) {
    super(new PersonBudget(options, storage, reflector), () => currentUserId() !== null);
  }
}
