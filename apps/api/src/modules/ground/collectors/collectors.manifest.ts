import type { Manifest } from '../../../platform/manifest';

export const collectorsManifest: Manifest = {
  name: 'ground/collectors',
  mayKnow: ['ground/approvals', 'ground/ledger'],
  tables: ['penerima', 'deposit_mitra'],
  neverDeleted: ['penerima', 'deposit_mitra'],
  topics: ['deposit.low'],
};
