import type { Rupiah } from '../money';
import type { TlvField } from './tlv';
import type { QrisProblemCode } from './validate-qris';

/** Absent fields are null. `fields` keeps every object of the payload in its order. */
export type ParsedQris = {
  readonly initiation: 'STATIC' | 'DYNAMIC';
  readonly merchantName: string;
  readonly city: string;
  readonly postalCode: string | null;
  readonly acquirerDomain: string | null;
  readonly mpan: string | null;
  readonly merchantId: string | null;
  readonly criteria: string | null;
  readonly nmid: string | null;
  readonly mcc: string;
  readonly amount: Rupiah | null;
  readonly billNumber: string | null;
  readonly referenceLabel: string | null;
  readonly terminalLabel: string | null;
  readonly crc: string;
  readonly fields: readonly TlvField[];
};

export type QrisParseResult =
  | { readonly ok: true; readonly value: ParsedQris }
  | { readonly ok: false; readonly problem: QrisProblemCode };

export declare function parseQris(payload: string): QrisParseResult;
