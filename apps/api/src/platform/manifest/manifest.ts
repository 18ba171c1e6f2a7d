import type { Type } from '@nestjs/common';
import type { Client } from 'pg';
import type { DomainEventMap, OutboxTopics } from '../events';
import type { Addresses, UnreadableUrl } from '../http';
import type { Law } from '../invariants';
import type { Migration } from '../schema';
import type { SealedColumn } from '../security';

/**
 * What a module is, as plain data. Whoever has to know something about every module reads it here: the grants of the
 * database, the vault, the laws of the books, the rules of the imports and the test of the statements.
 */
export interface Manifest {
  /** `<area>/<folder>`: where it lives. */
  readonly name: string;
  /** Whom it may import and read; what these may know, it may know as well. */
  readonly mayKnow: readonly string[];
  /** Its statements may read every table; it still writes only its own. */
  readonly readsEverything?: boolean;
  /** Tables of its own: nobody else writes them. */
  readonly tables: readonly string[];
  /** Views of its own that every module may read. */
  readonly sharedViews?: readonly string[];
  /** Of these: rows are written once, the application may not even try to change them. */
  readonly appendOnly?: readonly string[];
  /** Of these: rows change state and are never deleted. */
  readonly neverDeleted?: readonly string[];
  /** Of these: only the owner of the database writes, when it migrates. */
  readonly readOnly?: readonly string[];
  /** What it raises inside the transaction of a fact; higher modules listen. */
  readonly events?: readonly (keyof DomainEventMap)[];
  /** What it tells after commit. */
  readonly topics?: readonly (keyof OutboxTopics)[];
  /** Kinds of case it opens, each with the table of what such a case is about. */
  readonly caseKinds?: Readonly<Record<string, string>>;
  /** Addresses of its own whose requests are read otherwise than the rest. */
  readonly addresses?: Addresses;
  /** Columns whose values the vault seals. */
  readonly sealedColumns?: readonly SealedColumn[];
}

/** What the application binds of a module. */
export interface ModuleParts {
  readonly manifest: Manifest;
  readonly module: Type;
  readonly entities: readonly (new () => object)[];
  /** The migrations of its `schema/` folder. */
  readonly schema?: readonly Migration[];
  /** What the owner writes again after every migration, so that the tables say what this build says. */
  readonly afterMigrating?: (owner: Client) => Promise<void>;
  readonly laws: readonly Law[];
  /** Where it speaks another language, also of an address that cannot be decoded. */
  readonly unreadableUrl?: UnreadableUrl;
}
