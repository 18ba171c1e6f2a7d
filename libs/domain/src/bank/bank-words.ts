import type { CollectorKind } from '../collector';

/** How a bank speaks with us: our own API, or SNAP BI. */
export const BANK_PROTOCOLS = ['NATIVE', 'SNAP'] as const;
export type BankProtocol = (typeof BANK_PROTOCOLS)[number];

/** How SNAP services are signed: by a shared secret, or by a private key alone. */
export const SNAP_MODES = ['SYMMETRIC', 'ASYMMETRIC'] as const;
export type SnapMode = (typeof SNAP_MODES)[number];

/** Whether a bank's money is real. */
export const BANK_ENVIRONMENTS = ['SANDBOX', 'LIVE'] as const;
export type BankEnvironment = (typeof BANK_ENVIRONMENTS)[number];

/** A key or an access: revoked for good. */
export const CREDENTIAL_STATES = ['ACTIVE', 'REVOKED'] as const;
export type CredentialState = (typeof CREDENTIAL_STATES)[number];

/** Whether calls to the other side go out: after failures they wait, then one tries. */
export const BREAKER_STATES = ['CLOSED', 'HALF_OPEN', 'OPEN'] as const;
export type BreakerState = (typeof BREAKER_STATES)[number];

/** Collectors that call us with a signature of their own. */
export type SigningCollector = Extract<CollectorKind, 'BANK' | 'PARTNER'>;
