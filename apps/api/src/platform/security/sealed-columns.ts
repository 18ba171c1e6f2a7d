/** A column of sealed envelopes. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The key of the row, which is part of what an envelope is bound to. */
  readonly idColumn: string;
  /** Beside the envelope: a keyed hash of the same value, kept up to date with it. */
  readonly indexColumn?: string;
}

/** Everything the vault seals; a test holds the list against the schema. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'bank_api_key', column: 'secret_enc', idColumn: 'id' },
  { table: 'bank_api_key', column: 'previous_secret_enc', idColumn: 'id' },
  { table: 'snap_partner', column: 'secret_enc', idColumn: 'id' },
  { table: 'snap_partner', column: 'previous_secret_enc', idColumn: 'id' },
  { table: 'bank_outbound', column: 'secret_enc', idColumn: 'bank_id' },
  { table: 'bank_outbound', column: 'private_key_enc', idColumn: 'bank_id' },
  { table: 'pelanggan', column: 'nik_encrypted', idColumn: 'id', indexColumn: 'nik_index' },
];
