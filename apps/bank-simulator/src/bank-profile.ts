/** How the bank speaks SNAP BI to the biller: a second credential of the same bank. */
export interface SnapProfile {
  /** X-CLIENT-KEY and, in the demo, X-PARTNER-ID too. */
  readonly clientKey: string;
  readonly partnerId: string;
  /** CHANNEL-ID, five digits. */
  readonly channelId: string;
  /** The bank's prefix of virtual accounts, digits only. */
  readonly partnerServiceId: string;
  /** SYMMETRIC fetches a token and signs with the secret; ASYMMETRIC signs with the bank's RSA key, without token. */
  readonly mode: 'SYMMETRIC' | 'ASYMMETRIC';
  /** Null in the asymmetric mode. */
  readonly secret: string | null;
}

/** One bank that the sandbox can play. */
export interface BankProfile {
  readonly id: string;
  readonly name: string;
  /** API key id and secret as Admin IT would hand them out. */
  readonly keyId: string;
  readonly secret: string;
  /** Begins every reference this bank makes up. */
  readonly referencePrefix: string;
  readonly snap: SnapProfile;
}

/** The two banks of the demo data; their secrets are public and refused in production by the API. */
export const DEMO_BANKS: readonly BankProfile[] = [
  {
    id: 'sultra',
    name: 'Bank Sultra',
    keyId: 'demo-bank-sultra',
    secret: 'demo-secret-sultra-do-not-use-in-production',
    referencePrefix: 'BPD',
    snap: {
      clientKey: 'demo-snap-sultra',
      partnerId: 'demo-snap-sultra',
      channelId: '95231',
      partnerServiceId: '13501',
      mode: 'SYMMETRIC',
      secret: 'demo-snap-secret-do-not-use-in-production',
    },
  },
  {
    id: 'kedua',
    name: 'Bank Kedua',
    keyId: 'demo-bank-kedua',
    secret: 'demo-secret-kedua-do-not-use-in-production',
    referencePrefix: 'BK2',
    snap: {
      clientKey: 'demo-snap-asym',
      partnerId: 'demo-snap-asym',
      channelId: '95231',
      partnerServiceId: '13501',
      mode: 'ASYMMETRIC',
      secret: null,
    },
  },
];
