import { ApiProperty } from '@nestjs/swagger';
import { PHONE } from '@tirtapay/domain';
import { IsEmail } from 'class-validator';
import { IntegerField, KindField, NoteField, TextField } from '../../../../platform/validation';

export class LetterheadBody {
  @TextField({ min: 3, max: 120, example: 'Perumda Air Minum Tirta Anoa' }) name: string;
  @TextField({ min: 3, max: 200 }) address: string;
  @KindField(PHONE) phone: string;
  @TextField({ min: 3, max: 120, example: 'Senin–Jumat 08.00–15.30 WITA' }) hours: string;
  @KindField(PHONE, { nullable: true }) whatsapp: string | null;
  @TextField({ max: 254, nullable: true })
  @IsEmail()
  email: string | null;
  @IntegerField({ min: 0, max: 2_147_483_647, description: 'The version the change was made on' })
  version: number;
}

export class DueRuleBody {
  @IntegerField({ min: 1, max: 28, description: 'Day of the month after the usage period' }) due_day: number;
  @IntegerField({
    min: 0,
    max: 60,
    description: 'Days there always are to pay in, however late a bill is issued',
  })
  least_days: number;
  @IntegerField({
    optional: true,
    min: 0,
    max: 60,
    description: 'Days an instalment may be late before its plan is broken; stays as it is when left out',
  })
  instalment_grace_days?: number;
  @NoteField({ min: 3, max: 300, description: 'Why' }) reason: string;
}

export class LetterheadDto {
  @ApiProperty() name: string;
  @ApiProperty() address: string;
  @ApiProperty() phone: string;
  @ApiProperty() hours: string;
  @ApiProperty({ type: String, nullable: true }) whatsapp: string | null;
  @ApiProperty({ type: String, nullable: true }) email: string | null;
  @ApiProperty({ type: 'integer', description: '0: still that of the configuration' }) version: number;
}

export class SettingsDto {
  @ApiProperty({ type: LetterheadDto }) letterhead: LetterheadDto;
  @ApiProperty({ description: 'False: still that of the configuration' }) letterhead_written: boolean;
  @ApiProperty({ type: 'integer' }) due_day: number;
  @ApiProperty({ type: 'integer' }) least_days: number;
  @ApiProperty({ type: 'integer', description: 'Of plans agreed from now on' }) instalment_grace_days: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The change of the due rule that waits' })
  due_rule_approval_id: number | null;
  @ApiProperty({
    description: 'Admin Super and Admin IT sign in in two steps; set by whoever runs the server',
  })
  two_step_required: boolean;
  @ApiProperty({ example: 'Asia/Makassar' }) zone: string;
  @ApiProperty({ example: 'WITA' }) zone_label: string;
}

export class DueRuleAskedDto {
  @ApiProperty({ type: 'integer' }) approval_id: number;
}
