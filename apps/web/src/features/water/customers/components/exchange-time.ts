const OFFSETS: Readonly<Record<string, string>> = { WIB: '+07:00', WITA: '+08:00', WIT: '+09:00' };

/**
 * The instant of an exchange, typed as day and hour by the clock on the office wall.
 * @param zoneLabel how the utility's zone is written: `WITA`, or `UTC+05:30` outside Indonesia
 */
export function exchangeInstant(day: string, time: string, zoneLabel: string): string {
  return `${day}T${time}:00${OFFSETS[zoneLabel] ?? zoneLabel.replace('UTC', '')}`;
}
