/** Calls a second; the server's own bound. */
export const MAX_RATE = 100_000;
