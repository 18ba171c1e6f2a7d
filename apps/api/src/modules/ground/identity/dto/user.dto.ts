import { ApiProperty } from '@nestjs/swagger';
import { ROLES, USERNAME, type Role } from '@tirtapay/domain';
import { IsEmail } from 'class-validator';
import { PageDto } from '../../../../platform/list';
import {
  BooleanField,
  ChoiceField,
  IntegerField,
  KindField,
  RawTextField,
  TextField,
} from '../../../../platform/validation';
import { MAX_PASSWORD_LENGTH } from './auth.dto';

export class UserDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() username: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) email: string | null;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) role: Role;
  @ApiProperty() active: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) last_login_at: string | null;
  @ApiProperty({ format: 'date-time' }) created_at: string;
  @ApiProperty({ description: 'Signs in in two steps' }) two_step: boolean;
  @ApiProperty({ type: 'integer' }) version: number;
}

export class UserPageDto extends PageDto(UserDto) {}

/** What a person types to log in. */
export const UsernameField = () => KindField(USERNAME, { letters: 'small', example: 'siti.rahma' });

export const RESET_TWO_STEP =
  'The authenticator app was lost: it is asked for no longer; ends every session of the user';

export class CreateUserBody {
  @UsernameField() username: string;
  @TextField({ max: 100 }) name: string;
  @TextField({ max: 254, optional: true, nullable: true })
  @IsEmail()
  email?: string | null;
  @ChoiceField(ROLES) role: Role;
  @RawTextField({
    max: MAX_PASSWORD_LENGTH,
    description: 'Temporary: it must be changed at the first log-in',
  })
  password: string;
}

export class ChangeUserBody {
  @IntegerField({ min: 1, max: 1_000_000_000 }) version: number;
  @TextField({ max: 100, optional: true }) name?: string;
  @TextField({ max: 254, optional: true, nullable: true })
  @IsEmail()
  email?: string | null;
  @ChoiceField(ROLES, { optional: true }) role?: Role;
  @BooleanField({ optional: true }) active?: boolean;
  @RawTextField({
    max: MAX_PASSWORD_LENGTH,
    optional: true,
    description: 'A new temporary password; ends every session of the user',
  })
  password?: string;
  @BooleanField({ optional: true, description: RESET_TWO_STEP }) reset_two_step?: boolean;
}
