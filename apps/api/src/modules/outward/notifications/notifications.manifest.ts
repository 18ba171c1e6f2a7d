import type { Manifest } from '../../../platform/manifest';

export const notificationsManifest: Manifest = {
  name: 'outward/notifications',
  mayKnow: ['money/checkout', 'ground/identity'],
  tables: ['notifikasi', 'notifikasi_dibaca'],
};
