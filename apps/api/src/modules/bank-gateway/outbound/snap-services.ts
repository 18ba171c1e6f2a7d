import { SNAP_SERVICES, type SnapService } from '@tirtapay/bank-protocol';

/** An endpoint of a bank's SNAP BI host (payment-standards §1.8, §1.9). */
export interface SnapEndpoint {
  readonly service: SnapService;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Whether the bank changes something by it: only then a lost answer must be followed up. */
  readonly changes: boolean;
  /** Where the answer is about more than one transaction. */
  readonly mostBytes?: number;
}

/** All payments of a day, half a kilobyte each: thirty thousand of them. */
const REPORT_BYTES = 16 << 20;

/** Packed, and written as text: a million lines are about twenty megabytes. */
const FILE_BYTES = 32 << 20;

export const SNAP_ENDPOINTS = {
  accessToken: {
    service: SNAP_SERVICES.accessTokenB2b,
    method: 'POST',
    path: '/v1.0/access-token/b2b',
    changes: false,
  },
  createVa: {
    service: SNAP_SERVICES.createVa,
    method: 'POST',
    path: '/v1.0/transfer-va/create-va',
    changes: true,
  },
  inquireVa: {
    service: SNAP_SERVICES.inquiryVa,
    method: 'POST',
    path: '/v1.0/transfer-va/inquiry-va',
    changes: false,
  },
  cancelVa: {
    service: SNAP_SERVICES.deleteVa,
    method: 'DELETE',
    path: '/v1.0/transfer-va/delete-va',
    changes: true,
  },
  vaReport: {
    service: SNAP_SERVICES.vaReport,
    method: 'POST',
    path: '/v1.0/transfer-va/report',
    changes: false,
    mostBytes: REPORT_BYTES,
  },
  settlementFile: {
    service: SNAP_SERVICES.settlementFile,
    method: 'POST',
    path: '/v1.0/settlement/file',
    changes: false,
    mostBytes: FILE_BYTES,
  },
  generateQr: {
    service: SNAP_SERVICES.qrGenerate,
    method: 'POST',
    path: '/v1.0/qr/qr-mpm-generate',
    changes: true,
  },
  queryQr: { service: SNAP_SERVICES.qrQuery, method: 'POST', path: '/v1.0/qr/qr-mpm-query', changes: false },
  cancelQr: {
    service: SNAP_SERVICES.qrCancel,
    method: 'POST',
    path: '/v1.0/qr/qr-mpm-cancel',
    changes: true,
  },
  refundQr: {
    service: SNAP_SERVICES.qrRefund,
    method: 'POST',
    path: '/v1.0/qr/qr-mpm-refund',
    changes: true,
  },
} as const satisfies Record<string, SnapEndpoint>;

/** Services whose unknown outcome says nothing, because they only read. */
export const READING_SERVICES: readonly string[] = Object.values(SNAP_ENDPOINTS)
  .filter((endpoint) => !endpoint.changes)
  .map((endpoint) => endpoint.service);
