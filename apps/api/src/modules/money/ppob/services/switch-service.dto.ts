import { ApiProperty } from '@nestjs/swagger';
import { PPOB_SERVICE_CODES, type PpobServiceCode } from '@tirtapay/domain';
import { BooleanField, IntegerField, NoteField } from '../../../../platform/validation';

export class SwitchServiceBody {
  @BooleanField({ description: 'false: nothing of it is sold from now on' }) active: boolean;
  @IntegerField({ min: 1, max: 2_000_000_000, description: 'As it was read' }) version: number;
  @NoteField({ max: 300 }) reason: string;
}

export class ServiceSwitchedDto {
  @ApiProperty({ enum: PPOB_SERVICE_CODES }) service_code: PpobServiceCode;
  @ApiProperty() active: boolean;
  @ApiProperty({ type: 'integer' }) version: number;
}
