import { Module, type DynamicModule } from '@nestjs/common';
import type { Migration } from '../schema';
import { HealthController, MIGRATIONS } from './health.controller';
import { Readiness } from './readiness';

@Module({})
export class HealthModule {
  static of(migrations: readonly Migration[]): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [Readiness, { provide: MIGRATIONS, useValue: migrations }],
    };
  }
}
export { Readiness };
