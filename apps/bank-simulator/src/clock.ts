/** The sandbox bank's clock: the one place that reads the system time; everything else is given it. */
export const systemClock = (): number => Date.now();
