import { ROLES, type Role } from '@tirtapay/domain';
import { IsEmail } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { BooleanField, ChoiceField, IntegerField, TextField } from '../../../../platform/validation';
import { RESET_TWO_STEP, UsernameField } from './user.dto';

const REASON = { max: 300, min: 5, description: 'Why; read by the second person' };

/** Somebody who asks for or decides what needs two people: no password, the person gets a code in two halves. */
export class RequestUserBody {
  @UsernameField() username: string;
  @TextField({ max: 100 }) name: string;
  @TextField({ max: 254, optional: true, nullable: true })
  @IsEmail()
  email?: string | null;
  @ChoiceField(ROLES) role: Role;
  @TextField(REASON) reason: string;
}

export class RequestUserChangeBody {
  @IntegerField({ min: 1, max: 1_000_000_000 }) version: number;
  @TextField({ max: 100, optional: true }) name?: string;
  @TextField({ max: 254, optional: true, nullable: true })
  @IsEmail()
  email?: string | null;
  @ChoiceField(ROLES, { optional: true }) role?: Role;
  @BooleanField({ optional: true }) active?: boolean;
  @BooleanField({
    optional: true,
    description: 'A new one-time code instead of the password; ends every session of the user',
  })
  reset_password?: boolean;
  @BooleanField({ optional: true, description: RESET_TWO_STEP }) reset_two_step?: boolean;
  @TextField(REASON) reason: string;
}

export class UserRequestedDto {
  @ApiProperty() approval_id: number;
  @ApiProperty({ enum: ['PENDING'] }) status: 'PENDING';
}
