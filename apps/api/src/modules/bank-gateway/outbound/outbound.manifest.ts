import type { Manifest } from '../../../platform/manifest';

export const outboundManifest: Manifest = {
  name: 'bank-gateway/outbound',
  mayKnow: ['bank-gateway/registry'],
  tables: ['bank_outbound', 'outbound_call'],
  neverDeleted: ['outbound_call'],
  sealedColumns: [
    { table: 'bank_outbound', column: 'secret_enc', idColumn: 'bank_id' },
    { table: 'bank_outbound', column: 'private_key_enc', idColumn: 'bank_id' },
    { table: 'bank_outbound', column: 'next_secret_enc', idColumn: 'bank_id' },
    { table: 'bank_outbound', column: 'next_private_key_enc', idColumn: 'bank_id' },
  ],
};
