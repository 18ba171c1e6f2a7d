export {
  ACCESS,
  Can,
  Public,
  SignedBy,
  SignedByPartnerOr,
  SignedIn,
  type Access,
  type Signatory,
} from './access.decorators';
export { AccessGuard } from './access.guard';
export { AccessModule } from './access.module';
export { Credentials } from './credentials';
export { strategyOf } from './strategy-of';
