export { ACCESS, BankApi, Can, PartnerApi, Public, SignedIn, type Access } from './access.decorators';
export { AccessGuard, BankAuthenticator, StaffAuthenticator } from './access.guard';
