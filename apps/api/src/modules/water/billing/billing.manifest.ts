import type { Manifest } from '../../../platform/manifest';

export const billingManifest: Manifest = {
  name: 'water/billing',
  mayKnow: ['water/meter-reading', 'ground/ledger', 'ground/approvals'],
  tables: ['tagihan', 'tagihan_rincian', 'koreksi_tagihan', 'penetapan'],
  appendOnly: ['tagihan_rincian'],
  neverDeleted: ['tagihan', 'koreksi_tagihan'],
  topics: ['bill_run.finished', 'bill_run.failed'],
};
