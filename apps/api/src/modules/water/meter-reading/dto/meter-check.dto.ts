import { ApiProperty } from '@nestjs/swagger';
import { IntegerField, NoteField } from '../../../../platform/validation';

export class MeterCheckDto {
  @ApiProperty() id: number;
  @ApiProperty({ description: 'What the reader is told' }) instruction: string;
  @ApiProperty({ format: 'date' }) due_on: string;
  @ApiProperty() ordered_by: string;
  @ApiProperty({ format: 'date-time' }) ordered_at: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'What the meter showed; null while nobody was there',
  })
  stand: number | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true }) seen_by: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) seen_at: string | null;
  @ApiProperty() has_photo: boolean;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Nobody needs to go any more',
  })
  dropped_at: string | null;
  @ApiProperty({ type: String, nullable: true }) dropped_by: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was taken back' }) dropped_reason:
    string | null;
}

export class OpenMeterCheckDto extends MeterCheckDto {
  @ApiProperty() customer_number: string;
  @ApiProperty() customer_name: string;
  @ApiProperty() address: string;
  @ApiProperty({ type: String, nullable: true }) meter_serial: string | null;
  @ApiProperty({ type: String, nullable: true }) route_name: string | null;
}

export class TakeBackCheckBody {
  @NoteField({ min: 3, max: 500, description: 'Why nobody has to go' }) reason: string;
}

export class MeterCheckResultBody {
  @IntegerField({ min: 0, max: 999_999_999, description: 'What the meter shows' }) stand: number;
  @NoteField({ max: 500, optional: true, description: 'What else was seen' }) note?: string;
}
