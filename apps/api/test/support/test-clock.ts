import { Clock } from '../../src/platform/clock';

/** 15 January 2026, 09.30 WITA: bills of December are due in five days. */
export const TEST_START = '2026-01-15T09:30:00+08:00';

/** Runs like a clock from wherever a test sets it. */
export class TestClock extends Clock {
  private shift: number;
  private stopped: number | null = null;

  constructor(start: string = TEST_START, zone = 'Asia/Makassar') {
    super(zone);
    this.shift = Date.parse(start) - Date.now();
  }

  now(): number {
    return this.stopped ?? Date.now() + this.shift;
  }

  /** Jumps to an instant (RFC 3339) and runs on from there; a stopped clock stays stopped. */
  set(instant: string): void {
    if (this.stopped !== null) this.stopped = Date.parse(instant);
    else this.shift = Date.parse(instant) - Date.now();
  }

  advance(milliseconds: number): void {
    if (this.stopped !== null) this.stopped += milliseconds;
    else this.shift += milliseconds;
  }

  stop(): void {
    this.stopped = this.now();
  }

  run(): void {
    if (this.stopped !== null) this.shift = this.stopped - Date.now();
    this.stopped = null;
  }
}
