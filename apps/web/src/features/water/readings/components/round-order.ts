import type { RoundDto, RoundStopDto } from '@tirtapay/api-client';

/** The month goes along: whoever finishes the month before must not read into the running one. */
type Round = Pick<RoundDto, 'period'> & { readonly route: Pick<RoundDto['route'], 'id'> };

export const roundAddress = ({ route, period }: Round): string =>
  `/readings/round?route=${String(route.id)}&period=${period}`;

/** Where the stand of a house is typed. */
export const stopAddress = (
  { route, period }: Round,
  { customer_number: customer }: Pick<RoundStopDto, 'customer_number'>,
): string => `/readings/new?route=${String(route.id)}&customer=${customer}&period=${period}`;

/** Nobody was there yet, or somebody has to go again. */
export const isOpen = (stop: Pick<RoundStopDto, 'state'>): boolean =>
  stop.state === 'UNREAD' || stop.state === 'REREAD';

/** Which houses of a list are looked at. */
export const STOPS_SHOWN = {
  open: isOpen,
  REREAD: ({ state }: Pick<RoundStopDto, 'state'>) => state === 'REREAD',
  done: (stop: Pick<RoundStopDto, 'state'>) => !isOpen(stop),
  all: () => true,
} as const;

export type StopsShown = keyof typeof STOPS_SHOWN;

/** Where to go after this house: the next open one further on, else the first that was left out; null when all are done. */
export function nextStop<Stop extends Pick<RoundStopDto, 'customer_id' | 'state'>>(
  stops: readonly Stop[],
  current: number | null,
): Stop | null {
  const at = stops.findIndex((stop) => stop.customer_id === current);
  const others = [...stops.slice(at + 1), ...stops.slice(0, Math.max(0, at))];
  return others.find(isOpen) ?? null;
}

/** To the beginning, or by a step. */
export const MOVES = ['FIRST', 'UP', 'DOWN'] as const;

/** The same stops with one of them moved: by a step, or to the beginning. */
export function moved<Stop extends Pick<RoundStopDto, 'customer_id'>>(
  stops: readonly Stop[],
  customerId: number,
  to: (typeof MOVES)[number],
): readonly Stop[] {
  const at = stops.findIndex((stop) => stop.customer_id === customerId);
  const stop = stops[at];
  if (stop === undefined) return stops;
  const rest = stops.filter((other) => other !== stop);
  const place = to === 'FIRST' ? 0 : to === 'UP' ? Math.max(0, at - 1) : at + 1;
  return [...rest.slice(0, place), stop, ...rest.slice(place)];
}

/** By any part of what stands on the list. */
export function isNamed(
  stop: Pick<RoundStopDto, 'name' | 'address' | 'customer_number' | 'meter_serial'>,
  wanted: string,
): boolean {
  const words = wanted.trim().toLowerCase();
  return [stop.name, stop.address, stop.customer_number, stop.meter_serial ?? ''].some((text) =>
    text.toLowerCase().includes(words),
  );
}
