import { ApiProperty } from '@nestjs/swagger';
import { PERMISSIONS, ROLES, type Permission, type Role } from '@tirtapay/domain';
import { RawTextField } from '../../../../platform/validation';

/** Longer texts are refused before any hashing: a megabyte of password must not cost a megabyte of argon2. */
export const MAX_PASSWORD_LENGTH = 128;

/** How the second step reads wherever it is asked for. */
export const TWO_STEP_CODE =
  'Six digits of the authenticator app or a recovery code, where signing in takes two steps';

export class LogInBody {
  @RawTextField({ max: 64, example: 'admin' }) username: string;
  @RawTextField({ max: MAX_PASSWORD_LENGTH }) password: string;
  @RawTextField({ max: 32, optional: true, description: TWO_STEP_CODE }) code?: string;
}

export class ChangePasswordBody {
  @RawTextField({ max: MAX_PASSWORD_LENGTH }) current_password: string;
  @RawTextField({ max: MAX_PASSWORD_LENGTH, description: 'At least 12 characters, not a common one' })
  new_password: string;
}

export class SignedInUserDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() username: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) role: Role;
  @ApiProperty({ enum: PERMISSIONS, enumName: 'Permission', isArray: true })
  permissions: readonly Permission[];
  @ApiProperty({ description: 'Until the password is changed nothing else is allowed' })
  must_change_password: boolean;
  @ApiProperty({ description: 'Until the second step is set up nothing else is allowed' })
  must_set_up_two_step: boolean;
}

export class SessionTokenDto {
  @ApiProperty() access_token: string;
  @ApiProperty({ enum: ['Bearer'] }) token_type: 'Bearer';
  @ApiProperty({ type: 'integer', description: 'Seconds' }) expires_in: number;
  @ApiProperty({ type: SignedInUserDto }) user: SignedInUserDto;
}

export class SessionDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ format: 'date-time' }) last_seen_at: string;
  @ApiProperty({ type: String, nullable: true }) user_agent: string | null;
  @ApiProperty({ type: String, nullable: true }) ip: string | null;
  @ApiProperty({ description: 'The session of this very request' }) current: boolean;
}
