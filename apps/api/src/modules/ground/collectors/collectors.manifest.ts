import type { Manifest } from '../../../platform/manifest';

export const collectorsManifest: Manifest = {
  name: 'ground/collectors',
  mayKnow: ['ground/approvals', 'ground/ledger'],
  tables: ['penerima', 'deposit_mitra', 'setoran_mitra', 'loket_kas', 'shift_kas', 'mutasi_loket'],
  appendOnly: ['mutasi_loket', 'setoran_mitra'],
  neverDeleted: ['penerima', 'deposit_mitra', 'loket_kas', 'shift_kas'],
  events: ['movement.taken_back'],
  topics: ['deposit.low'],
};
