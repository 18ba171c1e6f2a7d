export type { Manifest, ModuleParts } from './manifest';
export { platformManifest } from './platform.manifest';
