import { Global, Module, type DynamicModule } from '@nestjs/common';
import { businessDateOf, instantText, type BusinessDate } from '@tirtapay/domain';

/** The only source of time. Tests and the demo data hand in their own. */
export abstract class Clock {
  constructor(readonly zone: string) {}
  /** Milliseconds since the epoch. */
  abstract now(): number;
  businessDate(): BusinessDate {
    return businessDateOf(this.now(), this.zone);
  }
  date(): Date {
    return new Date(this.now());
  }
  /** An instant from the database as the API writes it: RFC 3339 with the offset of the business zone. */
  text(at: Date): string;
  text(at: Date | null): string | null;
  text(at: Date | null): string | null {
    return at === null ? null : instantText(at.getTime(), this.zone);
  }
}

export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}

@Global()
@Module({})
export class ClockModule {
  static of(clock: Clock): DynamicModule {
    return { module: ClockModule, providers: [{ provide: Clock, useValue: clock }], exports: [Clock] };
  }
}
