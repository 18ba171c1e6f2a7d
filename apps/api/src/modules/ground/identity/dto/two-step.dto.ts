import { ApiProperty } from '@nestjs/swagger';
import { RawTextField } from '../../../../platform/validation';
import { MAX_PASSWORD_LENGTH, TWO_STEP_CODE } from './auth.dto';

/** A session alone may be stolen: whoever changes the second step says who they are again. */
export class TwoStepProofBody {
  @RawTextField({ max: MAX_PASSWORD_LENGTH }) password: string;
  @RawTextField({ max: 32, optional: true, description: TWO_STEP_CODE }) code?: string;
}

export class TwoStepConfirmationBody {
  @RawTextField({ min: 6, max: 16, description: 'Six digits of the app', example: '123456' }) code: string;
}

export class TwoStepDto {
  @ApiProperty() on: boolean;
  @ApiProperty({ description: 'Of this role, in this installation' }) required: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) since: string | null;
  @ApiProperty({ type: 'integer' }) recovery_codes_left: number;
}

export class NewTwoStepDto {
  @ApiProperty({ description: 'For typing into the app', example: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' })
  secret: string;
  @ApiProperty({ description: 'The same for a QR code' }) uri: string;
}

export class RecoveryCodesDto {
  @ApiProperty({ type: [String], description: 'Shown this once; each stands in for one code of the app' })
  recovery_codes: string[];
}
