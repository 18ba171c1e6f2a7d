export { RefreshToken } from './entities/refresh-token.entity';
export { Session } from './entities/session.entity';
export { Staff } from './entities/staff.entity';
export { IdentityModule } from './identity.module';
export { hashPassword } from './passwords';
