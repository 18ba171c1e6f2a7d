import { Foundation0001 } from './0001-foundation';

/** The tables of the platform itself. */
export const PLATFORM_SCHEMA = [Foundation0001];
export { forwardOnly } from './forward-only';
export { inOrder, type Migration } from './migration-order';
