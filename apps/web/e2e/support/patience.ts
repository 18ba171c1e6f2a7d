/** How long a page is waited for, as anything else is. */
export { PATIENCE_MILLISECONDS } from '../../../api/test/support/eventually';
/** For what works through something first: a file that is written, a certification, a delivery that is late on purpose. */
export const LONG_PATIENCE_MILLISECONDS = 300_000;
/** Beside other tests a browser may take longer to start than the half minute that is usual. */
export const LAUNCH_MILLISECONDS = 180_000;
/** For what may or may not be on a page that has come: it is there by then, or not at all. */
export const GLANCE_MILLISECONDS = 2_000;
