import type { Manifest } from '../../../platform/manifest';

export const approvalsManifest: Manifest = {
  name: 'ground/approvals',
  mayKnow: [],
  tables: ['persetujuan'],
  neverDeleted: ['persetujuan'],
  topics: ['approval.requested', 'approval.decided'],
};
