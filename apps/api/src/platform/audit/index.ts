export { actorId, auditAside, writeAudit, writeAudits, type AuditEntry } from './audit';
export { AuditModule } from './audit.module';
export { AuditSealer } from './audit-sealer';
export { changedMeanwhile, versionConflict, type LastChange } from './changed-meanwhile';
