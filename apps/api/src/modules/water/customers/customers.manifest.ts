import type { Manifest } from '../../../platform/manifest';

export const customersManifest: Manifest = {
  name: 'water/customers',
  mayKnow: ['ground/approvals', 'ground/regions', 'water/tariffs'],
  tables: ['pelanggan', 'pelanggan_alias', 'riwayat_pelanggan', 'riwayat_letak', 'meter'],
  appendOnly: ['riwayat_pelanggan', 'riwayat_letak'],
  neverDeleted: ['meter'],
  sealedColumns: [{ table: 'pelanggan', column: 'nik_encrypted', idColumn: 'id', indexColumn: 'nik_index' }],
  events: ['meter.replaced', 'meter.corrected', 'customer.closed', 'customer.recategorised'],
};
