export { EnvelopeError, KeyRing } from './key-ring';
export type { EnvelopeProblem } from './key-ring';
export { blindIndex } from './blind-index';
