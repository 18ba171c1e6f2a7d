import { randomBytes } from 'node:crypto';

/** The key every contestant with the product's tables signs with; row 1 of bank_api_key. */
export const CREDENTIAL = { keyId: 'bench-tirtapay', secret: randomBytes(24).toString('base64url') };
