import { Injectable } from '@nestjs/common';
import { currentContext } from '../../../platform/context';
import { RateLimiter, type Limit } from '../../../platform/security';

/*
 * Guessing customer numbers must be slow from one address, from one network, and in total. A household or an office
 * behind one address still gets its bills.
 */
const PER_ADDRESS: Limit = { name: 'public-address', points: 30, seconds: 60 };
const PER_NETWORK: Limit = { name: 'public-network', points: 300, seconds: 60 };
const GLOBAL: Limit = { name: 'public-global', points: 6_000, seconds: 60 };

function networkOf(ip: string): string {
  return ip.includes(':') ? ip.split(':').slice(0, 3).join(':') : ip.split('.').slice(0, 3).join('.');
}

@Injectable()
export class PublicLimits {
  constructor(private readonly limiter: RateLimiter) {}

  /** @throws Problem request.rate_limited with Retry-After, before anything is looked up */
  async look(): Promise<void> {
    const ip = currentContext()?.ip ?? '';
    await this.limiter.consume(PER_ADDRESS, ip);
    await this.limiter.consume(PER_NETWORK, networkOf(ip));
    await this.limiter.consume(GLOBAL, 'all');
  }
}
