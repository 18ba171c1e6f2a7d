import type { Rupiah } from '../money';

/** Merchant criteria: UMI micro, UKE small, UME medium, UBE large, URE regular. */
export type QrisCriteria = 'UMI' | 'UKE' | 'UME' | 'UBE' | 'URE';

export type DynamicQris = {
  /** Cut to 25 characters. */
  readonly merchantName: string;
  /** Cut to 15 characters. */
  readonly city: string;
  readonly postalCode: string;
  /** `ID` + 13 digits. */
  readonly nmid: string;
  /** Merchant PAN, 18 or 19 digits. */
  readonly mpan: string;
  readonly merchantId?: string;
  readonly criteria: QrisCriteria;
  /** Reverse domain of the acquirer, `ID.CO.BANKSULTRA.WWW`. */
  readonly acquirerDomain: string;
  /** Merchant category; 4900 is utilities. */
  readonly mcc?: string;
  readonly amount: Rupiah;
  readonly billNumber: string;
  readonly referenceLabel: string;
  readonly terminalLabel: string;
};

export declare function buildDynamicQris(details: DynamicQris): string;
export declare function withAmount(payload: string, amount: Rupiah): string;
