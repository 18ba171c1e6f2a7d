export { RateLimiter, type Limit } from './rate-limiter';
export { SecurityModule } from './security.module';
export { Vault, type SecretLocation } from './vault';
