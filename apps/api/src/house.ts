import { MODULES } from './modules';
import { AUDIT_LAWS, platformLaws, type Law } from './platform/invariants';
import { platformManifest, type Manifest } from './platform/manifest';

/** What all modules together say of the house: the tables that are guarded, the columns that are sealed, the laws. */
export const MANIFESTS: readonly Manifest[] = [platformManifest, ...MODULES.map(({ manifest }) => manifest)];

export const GUARDED_TABLES = {
  appendOnly: MANIFESTS.flatMap(({ appendOnly }) => appendOnly ?? []),
  neverDeleted: MANIFESTS.flatMap(({ neverDeleted }) => neverDeleted ?? []),
};

export const SEALED_COLUMNS = MANIFESTS.flatMap(({ sealedColumns }) => sealedColumns ?? []);

/** The laws of the books, by number. */
export const LAWS: readonly Law[] = [
  ...AUDIT_LAWS,
  ...platformLaws(GUARDED_TABLES.appendOnly, SEALED_COLUMNS),
  ...MODULES.flatMap(({ laws }) => laws),
].sort((a, b) => a.id.localeCompare(b.id));
