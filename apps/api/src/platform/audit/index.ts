export { actorId, writeAudit, type AuditEntry } from './audit';
