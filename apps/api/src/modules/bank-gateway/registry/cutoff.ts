import type { Clock } from '../../../platform/clock';
import type { BankProfile } from './bank-directory';

/** Whether the bank is closing its day: between two times of the business zone, possibly across midnight. */
export function inCutoff(bank: BankProfile, clock: Clock): boolean {
  if (bank.cutoff === null) return false;
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: clock.zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(clock.now());
  const { start, end } = bank.cutoff;
  return start <= end ? time >= start && time < end : time >= start || time < end;
}
