export { ACCESS, Can, Public, SignedBy, SignedIn, type Access, type Signatory } from './access.decorators';
export { AccessGuard, SignedCallAuthenticator, StaffAuthenticator } from './access.guard';
