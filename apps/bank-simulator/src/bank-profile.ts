/** One bank that the sandbox can play. */
export interface BankProfile {
  readonly id: string;
  readonly name: string;
  /** API key id and secret as Admin IT would hand them out. */
  readonly keyId: string;
  readonly secret: string;
  /** Begins every reference this bank makes up. */
  readonly referencePrefix: string;
}

/** The two banks of the demo data; their secrets are public and refused in production by the API. */
export const DEMO_BANKS: readonly BankProfile[] = [
  {
    id: 'sultra',
    name: 'Bank Sultra',
    keyId: 'demo-bank-sultra',
    secret: 'demo-secret-sultra-do-not-use-in-production',
    referencePrefix: 'BPD',
  },
  {
    id: 'kedua',
    name: 'Bank Kedua',
    keyId: 'demo-bank-kedua',
    secret: 'demo-secret-kedua-do-not-use-in-production',
    referencePrefix: 'BK2',
  },
];
