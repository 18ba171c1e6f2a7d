import type { Manifest } from '../../../platform/manifest';

export const registryManifest: Manifest = {
  name: 'bank-gateway/registry',
  mayKnow: ['ground/approvals', 'ground/collectors'],
  tables: ['bank_integration', 'bank_api_key', 'snap_partner', 'mitra'],
  topics: ['bank_key.revoked'],
  sealedColumns: [
    { table: 'bank_api_key', column: 'secret_enc', idColumn: 'id' },
    { table: 'bank_api_key', column: 'previous_secret_enc', idColumn: 'id' },
    { table: 'snap_partner', column: 'secret_enc', idColumn: 'id' },
    { table: 'snap_partner', column: 'previous_secret_enc', idColumn: 'id' },
  ],
};
