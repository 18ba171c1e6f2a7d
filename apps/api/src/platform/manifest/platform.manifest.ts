import type { Manifest } from './manifest';

/** The tables of the platform itself, which every module may use through the platform's code. */
export const platformManifest: Manifest = {
  name: 'platform',
  mayKnow: [],
  tables: [
    'log_aktivitas',
    'audit_seal',
    'audit_head',
    'outbox',
    'job_run',
    'app_setting',
    'rate_limit',
    'schema_migration',
  ],
  appendOnly: ['log_aktivitas', 'audit_seal'],
  neverDeleted: ['audit_head'],
  readOnly: ['schema_migration'],
  topics: ['fault.happened'],
};
