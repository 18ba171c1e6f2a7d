import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AccessGuard, AccessModule } from './platform/access';
import { AuditModule } from './platform/audit';
import { ClockModule, type Clock } from './platform/clock';
import { ConfigModule, type Config } from './platform/config';
import { DatabaseModule, OrmModule } from './platform/database';
import { EventsModule } from './platform/events';
import { FilesModule } from './platform/files';
import { HealthModule } from './platform/health';
import { JobsModule } from './platform/jobs';
import { LetterheadModule } from './platform/letterhead';
import { ProblemFilter, ProblemModule } from './platform/problem';
import { SecurityModule } from './platform/security';
import { AddressLimit, PersonLimit, ThrottleModule } from './platform/throttle';
import { SCHEMA, SEALED_COLUMNS } from './house';
import { MODULES } from './modules';

@Module({})
export class AppModule {
  static of(config: Config, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        ClockModule.of(clock),
        DatabaseModule,
        OrmModule.of(MODULES.flatMap(({ entities }) => entities)),
        AccessModule,
        ThrottleModule,
        SecurityModule.of(SEALED_COLUMNS),
        EventsModule,
        JobsModule,
        LetterheadModule,
        AuditModule,
        FilesModule,
        HealthModule.of(SCHEMA.migrations),
        ProblemModule,
        ...MODULES.map(({ module }) => module),
      ],
      providers: [
        // In this order: the address, who it is and what that person may, then the person.
        { provide: APP_GUARD, useClass: AddressLimit },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: PersonLimit },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
