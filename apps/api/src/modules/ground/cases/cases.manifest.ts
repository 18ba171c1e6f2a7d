import type { Manifest } from '../../../platform/manifest';

export const casesManifest: Manifest = {
  name: 'ground/cases',
  mayKnow: [],
  tables: ['kasus'],
  neverDeleted: ['kasus'],
  topics: ['case.opened'],
};
