import { MODULES } from './modules';
import { AddressBook, type UnreadableUrl } from './platform/http';
import { AUDIT_LAWS, platformLaws, type Law } from './platform/invariants';
import type { Schema } from './platform/database/migrate';
import { platformManifest, type Manifest } from './platform/manifest';
import { inOrder, PLATFORM_SCHEMA } from './platform/schema';

/** What all modules together say of the house: the tables that are guarded, the columns that are sealed, the laws. */
export const MANIFESTS: readonly Manifest[] = [platformManifest, ...MODULES.map(({ manifest }) => manifest)];

const GUARDED_TABLES = {
  appendOnly: MANIFESTS.flatMap(({ appendOnly }) => appendOnly ?? []),
  neverDeleted: MANIFESTS.flatMap(({ neverDeleted }) => neverDeleted ?? []),
  readOnly: MANIFESTS.flatMap(({ readOnly }) => readOnly ?? []),
};

/** What `migrate` makes of a database: the migrations of all modules in one order, then who may do what. */
export const SCHEMA: Schema = {
  migrations: inOrder([...PLATFORM_SCHEMA, ...MODULES.flatMap(({ schema }) => schema ?? [])]),
  guarded: GUARDED_TABLES,
  afterMigrating: MODULES.flatMap(({ afterMigrating }) => afterMigrating ?? []),
};

/** What the modules say of their addresses. */
export const ADDRESSES = new AddressBook(MANIFESTS.flatMap(({ addresses }) => addresses ?? []));

export const UNREADABLE_URLS: readonly UnreadableUrl[] = MODULES.flatMap(
  ({ unreadableUrl }) => unreadableUrl ?? [],
);

export const SEALED_COLUMNS = MANIFESTS.flatMap(({ sealedColumns }) => sealedColumns ?? []);

/** The laws of the books, by number. */
export const LAWS: readonly Law[] = [
  ...AUDIT_LAWS,
  ...platformLaws(GUARDED_TABLES.appendOnly, SEALED_COLUMNS),
  ...MODULES.flatMap(({ laws }) => laws),
].sort((a, b) => a.id.localeCompare(b.id));
