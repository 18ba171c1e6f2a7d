import { Injectable, type CanActivate } from '@nestjs/common';
import { PublicLimits } from './public-limits';

/** Counts a look-up before its body is judged: a malformed one costs us as much and is a try as well. */
@Injectable()
export class CountLookUp implements CanActivate {
  constructor(private readonly limits: PublicLimits) {}

  /** @throws Problem request.rate_limited with Retry-After */
  async canActivate(): Promise<boolean> {
    await this.limits.look();
    return true;
  }
}
