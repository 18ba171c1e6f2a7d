import type { Manifest } from '../../../platform/manifest';

export const approvalsManifest: Manifest = {
  name: 'ground/approvals',
  mayKnow: [],
  tables: ['persetujuan'],
  neverDeleted: ['persetujuan'],
  events: ['approval.approved', 'approval.rejected', 'approval.withdrawn'],
  topics: ['approval.requested', 'approval.decided'],
};
