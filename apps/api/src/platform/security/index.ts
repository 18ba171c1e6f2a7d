export { RateLimiter, type Limit } from './rate-limiter';
export { missingDataKeys, rotateEnvelopes, type RotatedColumn } from './rotate-envelopes';
export type { SealedColumn } from './sealed-columns';
export { SecurityModule } from './security.module';
export { Vault, type SecretLocation } from './vault';
