import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DataKeyCheck } from './data-key-check';
import { RateLimiter } from './rate-limiter';
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns';
import { Vault } from './vault';

@Global()
@Module({})
export class SecurityModule {
  static of(sealedColumns: readonly SealedColumn[]): DynamicModule {
    return {
      module: SecurityModule,
      providers: [RateLimiter, Vault, DataKeyCheck, { provide: SEALED_COLUMNS, useValue: sealedColumns }],
      exports: [RateLimiter, Vault],
    };
  }
}
