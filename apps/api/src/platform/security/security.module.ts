import { Global, Module } from '@nestjs/common';
import { DataKeyCheck } from './data-key-check';
import { RateLimiter } from './rate-limiter';
import { Vault } from './vault';

@Global()
@Module({ providers: [RateLimiter, Vault, DataKeyCheck], exports: [RateLimiter, Vault] })
export class SecurityModule {}
