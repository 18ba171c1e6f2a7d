import type { Manifest } from '../../../platform/manifest';

export const bankLabManifest: Manifest = {
  name: 'outward/bank-lab',
  mayKnow: ['money/checkout', 'bank-gateway/security', 'bank-gateway/outbound', 'bank-gateway/registry'],
  tables: ['certification_run', 'certification_refusal'],
};
