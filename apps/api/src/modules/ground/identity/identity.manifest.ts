import type { Manifest } from '../../../platform/manifest';

export const identityManifest: Manifest = {
  name: 'ground/identity',
  mayKnow: ['ground/approvals'],
  tables: ['pengguna', 'user_session', 'refresh_token'],
  // Names of people, for whoever shows one.
  sharedViews: ['orang'],
};
