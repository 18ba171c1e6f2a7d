import type { Manifest } from '../../../platform/manifest';

export const publicSiteManifest = {
  name: 'outward/public-site',
  mayKnow: ['money/checkout', 'money/dispute', 'ground/pay-points'],
  tables: ['nomor_ditanya', 'nomor_dikenal'],
  topics: ['security.enumeration'],
  addresses: { pages: ['/tagihan'] },
} as const satisfies Manifest;
