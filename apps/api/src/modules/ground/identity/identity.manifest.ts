import type { Manifest } from '../../../platform/manifest';

export const identityManifest: Manifest = {
  name: 'ground/identity',
  mayKnow: ['ground/approvals'],
  tables: ['pengguna', 'user_session', 'refresh_token', 'kode_sekali', 'two_step', 'recovery_code'],
  neverDeleted: ['kode_sekali', 'two_step', 'recovery_code'],
  sealedColumns: [
    { table: 'kode_sekali', column: 'maker_half_enc', idColumn: 'id' },
    { table: 'kode_sekali', column: 'checker_half_enc', idColumn: 'id' },
    { table: 'two_step', column: 'secret_enc', idColumn: 'id' },
  ],
  // Names of people, for whoever shows one.
  sharedViews: ['orang'],
};
