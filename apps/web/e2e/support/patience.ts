/**
 * How long a page is waited for: far longer than a busy machine takes, so that no wait needs a time of its own. It only ends
 * a wait for what never comes.
 */
export const PATIENCE_MILLISECONDS = 120_000;
/** For what works through something first: a file that is written, a certification, a delivery that is late on purpose. */
export const LONG_PATIENCE_MILLISECONDS = 300_000;
/** Beside other tests a browser may take longer to start than the half minute that is usual. */
export const LAUNCH_MILLISECONDS = 180_000;
/** For what may or may not be on a page that has come: it is there by then, or not at all. */
export const GLANCE_MILLISECONDS = 2_000;
