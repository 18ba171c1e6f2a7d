import { ApiProperty } from '@nestjs/swagger';
import { RawTextField, TextField } from '../../../../platform/validation';
import { MAX_PASSWORD_LENGTH } from './auth.dto';

export class CodeBody {
  @RawTextField({ min: 1, max: 64, example: 'ABCDE-FGHJK-MNPQR-STVWX' }) code: string;
}

export class RedeemCodeBody extends CodeBody {
  @RawTextField({ max: MAX_PASSWORD_LENGTH, description: 'At least 12 characters, not a common one' })
  password: string;
  @TextField({ max: 100, optional: true, description: 'Required where the account names nobody yet' })
  name?: string;
}

export class CodeOwnerDto {
  @ApiProperty() username: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null: whoever redeems the code says it' })
  name: string | null;
}

export class CodeHalfDto {
  @ApiProperty() username: string;
  @ApiProperty({ enum: [1, 2], description: 'The person needs both, the first before the second' }) half:
    1 | 2;
  @ApiProperty({ description: 'Shown this once', example: 'ABCDE-FGHJK' }) code: string;
}
