import type { Manifest } from '../../../platform/manifest';

export const publicSiteManifest = {
  name: 'outward/public-site',
  mayKnow: ['money/checkout', 'money/dispute', 'money/instalment', 'ground/pay-points', 'ground/cases'],
  tables: ['nomor_ditanya', 'nomor_dikenal', 'pertanyaan'],
  neverDeleted: ['pertanyaan'],
  caseKinds: { QUESTION: 'pertanyaan' },
  topics: ['security.enumeration'],
  addresses: { pages: ['/tagihan'] },
} as const satisfies Manifest;
