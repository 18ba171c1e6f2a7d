import type { Manifest } from '../../../platform/manifest';

export const billingManifest: Manifest = {
  name: 'water/billing',
  mayKnow: ['water/meter-reading', 'ground/ledger', 'ground/approvals'],
  tables: [
    'tagihan',
    'tagihan_rincian',
    'koreksi_tagihan',
    'nota_koreksi',
    'penahanan_denda',
    'penetapan',
    'biaya_nonair',
    'tagihan_nonair',
  ],
  appendOnly: ['tagihan_rincian', 'nota_koreksi', 'tagihan_nonair'],
  neverDeleted: ['tagihan', 'koreksi_tagihan', 'penahanan_denda', 'biaya_nonair'],
  events: ['bills.issued', 'bills.cancelled', 'bills.withdrawn', 'bills.corrected'],
  topics: ['bill_run.finished', 'bill_run.failed'],
};
