import { formatRfc3339 } from '@tirtapay/bank-protocol';
import { businessDateOf, endOfBusinessDay, type BusinessDate } from '@tirtapay/domain';

const HOUR = 3_600_000;
const MAX_OFFSETS = 10_000;
const MAX_ENDS = 1_000;

function offsetMinutes(epoch: number, formatter: Intl.DateTimeFormat): number {
  const name = formatter.formatToParts(epoch).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** The only source of time. Tests and the demo data hand in their own. */
export abstract class Clock {
  private readonly offsets = new Map<number, number>();
  private readonly formatter: Intl.DateTimeFormat;
  private readonly ends = new Map<BusinessDate, number>();
  private today: { readonly minute: number; readonly date: BusinessDate } | undefined;

  constructor(readonly zone: string) {
    this.formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  }

  /** Whether time goes by here as it does outside: only then do calendar times come by themselves. */
  readonly keepsTime: boolean = false;

  /** Milliseconds since the epoch. */
  abstract now(): number;

  /** The calendar day in the business zone; business days begin and end on whole minutes, so one answer serves a minute. */
  businessDate(): BusinessDate {
    return this.dayOf(this.now());
  }

  /** The same of an instant that was read already, so that both belong together. */
  dayOf(epoch: number): BusinessDate {
    const minute = Math.floor(epoch / 60_000);
    if (this.today?.minute !== minute) this.today = { minute, date: businessDateOf(epoch, this.zone) };
    return this.today.date;
  }

  /** The first instant after a business day; every inquiry asks for that of today. */
  endOfDay(date: BusinessDate): number {
    const known = this.ends.get(date);
    if (known !== undefined) return known;
    if (this.ends.size > MAX_ENDS) this.ends.clear();
    const end = endOfBusinessDay(date, this.zone);
    this.ends.set(date, end);
    return end;
  }

  date(): Date {
    return new Date(this.now());
  }

  /** An instant as banks and people read it: RFC 3339 with the offset of the business zone. */
  text(epoch: number): string {
    return formatRfc3339(epoch, this.offsetAt(Math.floor(epoch / HOUR)));
  }

  /** Offsets change on whole hours at most; finding one costs more than an inquiry may. */
  private offsetAt(hour: number): number {
    const known = this.offsets.get(hour);
    if (known !== undefined) return known;
    if (this.offsets.size > MAX_OFFSETS) this.offsets.clear();
    const minutes = offsetMinutes(hour * HOUR, this.formatter);
    this.offsets.set(hour, minutes);
    return minutes;
  }

  /** The same for a value of a `timestamptz` column. */
  textOf(at: Date): string;
  textOf(at: Date | null): string | null;
  textOf(at: Date | null): string | null {
    return at === null ? null : this.text(at.getTime());
  }
}

export class SystemClock extends Clock {
  override readonly keepsTime = true;

  now(): number {
    return Date.now();
  }
}
