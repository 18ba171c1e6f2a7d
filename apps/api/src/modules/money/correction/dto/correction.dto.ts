import { ApiProperty } from '@nestjs/swagger';
import {
  CORRECTION_CAUSES,
  CORRECTION_WAYS,
  type CorrectionCause,
  type CorrectionWay,
} from '@tirtapay/domain';
import { IdField, NoteField, IntegerField, RupiahField } from '../../../../platform/validation';

export class PreviewCorrectionBody {
  @IntegerField({
    min: 0,
    max: 999_999_999,
    optional: true,
    description: 'The stand the meter really showed',
  })
  current_stand?: number;
  @IdField({ optional: true, description: 'The category the bill should have had' }) tariff_id?: number;
  @IntegerField({
    min: 0,
    max: 99_999_999,
    optional: true,
    description: 'What the old meter really showed at the exchange in this month; as it was when left out',
  })
  removed_stand?: number;
  @IntegerField({
    min: 0,
    max: 99_999_999,
    optional: true,
    description: 'What the new meter really began with at that exchange; as it was when left out',
  })
  installed_stand?: number;
}

export class RequestCorrectionBody extends PreviewCorrectionBody {
  @NoteField({ min: 10, max: 500, description: 'Why; the second person and the customer read it' })
  reason: string;
}

export class CorrectOpeningBody {
  @RupiahField({
    min: 0,
    max: 1_000_000_000,
    description: 'What the month cost; with no penalty either, nothing was owed',
  })
  principal: number;
  @RupiahField({ min: 0, max: 1_000_000_000, description: 'Penalty of the system before, as it stood' })
  penalty: number;
  @NoteField({ min: 10, max: 500, description: 'Why; the second person and the customer read it' })
  reason: string;
}

export class ReturnChargeBody {
  @NoteField({ min: 10, max: 500, description: 'Why; the second person and the customer read it' })
  reason: string;
}

export class CorrectedFiguresDto {
  @ApiProperty() previous_stand: number;
  @ApiProperty() current_stand: number;
  @ApiProperty() usage_m3: number;
  @ApiProperty() water_amount: number;
  @ApiProperty() fixed_amount: number;
  @ApiProperty({ required: false, description: 'Of a charge that is no water' }) other_amount?: number;
}

export class CorrectedBillDto {
  @ApiProperty() bill_id: number;
  @ApiProperty() bill_number: string;
  @ApiProperty({ example: '2025-10' }) period: string;
  @ApiProperty({
    enum: CORRECTION_WAYS,
    description:
      'REDRAFTED, REISSUED: cancelled, another bill has its number. ROW: stays paid, the difference is settled apart. SAME: no other amount',
  })
  way: CorrectionWay;
  @ApiProperty({ type: CorrectedFiguresDto }) before: CorrectedFiguresDto;
  @ApiProperty({ type: CorrectedFiguresDto }) after: CorrectedFiguresDto;
  @ApiProperty({ description: 'Penalty that is taken back, zero or below' }) penalty: number;
}

export class CorrectionPreviewDto {
  @ApiProperty({ type: [CorrectedBillDto] }) items: CorrectedBillDto[];
  @ApiProperty({ description: 'Of all bills, penalties included; below zero in the customer’s favour' })
  difference: number;
  @ApiProperty({
    description: 'Of it: on bills that stay. Below zero it becomes credit, above a later bill asks for it',
  })
  settled: number;
}

export class CorrectionRequestDto {
  @ApiProperty() approval_id: number;
  @ApiProperty() status: string;
}

export class CorrectionNoteDto {
  @ApiProperty() id: number;
  @ApiProperty({ example: 'NK-00000012' }) note_number: string;
  @ApiProperty({ enum: CORRECTION_CAUSES }) cause: CorrectionCause;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: [CorrectedBillDto] }) items: CorrectedBillDto[];
  @ApiProperty({ description: 'Settled on it: below zero credit, above zero asked for later' })
  amount: number;
  @ApiProperty({ type: Number, nullable: true, description: 'The bill that asks for it' })
  carrier_id: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of that bill' }) carrier_period: string | null;
  @ApiProperty({ type: String, nullable: true }) requested_by: string | null;
  @ApiProperty({ type: String, nullable: true }) approved_by: string | null;
  @ApiProperty({ format: 'date-time' }) created_at: string;
}
