import { Global, Module } from '@nestjs/common';
import { RateLimiter } from './rate-limiter';
import { Vault } from './vault';

@Global()
@Module({ providers: [RateLimiter, Vault], exports: [RateLimiter, Vault] })
export class SecurityModule {}
