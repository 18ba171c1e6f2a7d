import { forgetRound } from './api/device-store';

/** Whoever logs out leaves no names on the device; a browser that keeps nothing has none. */
export const forgetWalk = (): Promise<void> => forgetRound().catch(() => undefined);
