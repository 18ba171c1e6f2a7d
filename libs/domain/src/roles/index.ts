export { ROLES, PRINCIPALS, isRole } from './role';
export type { Role, Principal } from './role';
export { PERMISSIONS, isPermission, isPlainPermission } from './permission';
export { PERMISSION_NAMES } from './permission-name';
export type { Permission } from './permission';
export { ROLE_PERMISSIONS, hasPermission, rolesWith } from './role-permissions';
export { APPROVAL_KINDS, decidePermission, decidersOf, isApprovalKind } from './approval-kind';
export type { ApprovalKind } from './approval-kind';
export {
  ABLE_PEOPLE_NEEDED,
  becomesPrivileged,
  decidableKinds,
  decisionRefusal,
  isPrivileged,
  needsTwoStep,
} from './two-people';
export type { DecisionRefusal } from './two-people';
