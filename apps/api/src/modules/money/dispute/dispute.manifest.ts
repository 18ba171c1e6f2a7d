import type { Manifest } from '../../../platform/manifest';

export const disputeManifest = {
  name: 'money/dispute',
  mayKnow: ['money/payment'],
  tables: ['keberatan'],
  neverDeleted: ['keberatan'],
  caseKinds: {
    // A customer doubts a bill.
    DISPUTE: 'keberatan',
  },
} as const satisfies Manifest;
