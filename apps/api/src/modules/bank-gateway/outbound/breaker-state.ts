/** CLOSED: calls go out. OPEN: whoever is called has been failing and is left alone. HALF_OPEN: one call may try again. */
export const BREAKER_STATES = ['CLOSED', 'HALF_OPEN', 'OPEN'] as const;
export type BreakerState = (typeof BREAKER_STATES)[number];
