export { ROLES, PRINCIPALS, isRole } from './role';
export type { Role, Principal } from './role';
export { PERMISSIONS, isPermission } from './permission';
export type { Permission } from './permission';
export { ROLE_PERMISSIONS, hasPermission, rolesWith } from './role-permissions';
