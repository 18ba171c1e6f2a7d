/** A column of sealed envelopes. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The key of the row, which is part of what an envelope is bound to. */
  readonly idColumn: string;
  /** Beside the envelope: a keyed hash of the same value, kept up to date with it. */
  readonly indexColumn?: string;
}

/** Everything the vault seals, as the manifests of the modules say; a test holds the list against the schema. */
export const SEALED_COLUMNS = Symbol('SEALED_COLUMNS');
