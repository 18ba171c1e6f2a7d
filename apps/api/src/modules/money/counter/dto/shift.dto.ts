import { ApiProperty } from '@nestjs/swagger';
import { DRAWER_MOVE_KINDS, SHIFT_TRANSITIONS, statesOf, type ShiftState } from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import { IdField } from '../../../../platform/validation';
import { CountBody, PiecesDto } from './cash.dto';

export const SHIFT_STATES = statesOf(SHIFT_TRANSITIONS);

export class OpenShiftBody extends CountBody {
  @IdField() drawer_id: number;
}

export class ShiftRowDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ type: 'integer' }) drawer_id: number;
  @ApiProperty() drawer_code: string;
  @ApiProperty() drawer_name: string;
  @ApiProperty() cashier_name: string;
  @ApiProperty({ enum: SHIFT_STATES }) state: ShiftState;
  @ApiProperty() business_date: string;
  @ApiProperty() opened_at: string;
  @ApiProperty({ type: String, nullable: true }) closed_at: string | null;
  @ApiProperty({ type: 'integer' }) opening_count: number;
  @ApiProperty({ type: 'integer', nullable: true }) closing_count: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) expected: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Counted − expected' })
  difference: number | null;
}

export class ShiftPageDto extends PageDto(ShiftRowDto) {}

export class ShiftCashDto {
  @ApiProperty({ type: 'integer' }) opening: number;
  @ApiProperty({ type: 'integer', description: 'Water bills for cash, with stamp duty and fee' })
  collected: number;
  @ApiProperty({ type: 'integer' }) reversed: number;
  @ApiProperty({ type: 'integer', description: 'Products of others for cash' }) sold: number;
  @ApiProperty({ type: 'integer' }) handed_back: number;
  @ApiProperty({ type: 'integer' }) floats: number;
  @ApiProperty({ type: 'integer' }) deposits: number;
}

/** What can happen in a shift. */
const ENTRY_KINDS = ['WATER', 'REVERSAL', 'SALE', 'HANDED_BACK', ...DRAWER_MOVE_KINDS, 'NON_CASH'] as const;

export class ShiftEntryDto {
  @ApiProperty({ enum: ENTRY_KINDS }) kind: (typeof ENTRY_KINDS)[number];
  @ApiProperty() at: string;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'Of the drawer, signed; of NON_CASH what the bank took. Null where `cash` is, except of NON_CASH',
  })
  amount: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) payment_id: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) sale_id: number | null;
  @ApiProperty({ type: String, nullable: true }) receipt_number: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Customer number, service, or slip' })
  subject: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Whose' }) name: string | null;
  @ApiProperty({ description: 'A payment that was reversed, or a sale that failed' }) undone: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Of a sale' }) status: string | null;
}

export class ShiftTakingDto {
  @ApiProperty({ enum: ENTRY_KINDS }) kind: (typeof ENTRY_KINDS)[number];
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Signed as its entries are; null where they are',
  })
  amount: number | null;
}

/** While it is open, what must be in the drawer is not shown to its cashier: it is counted, not copied. */
export class ShiftDto extends ShiftRowDto {
  @ApiProperty({ type: 'integer' }) cashier_id: number;
  @ApiProperty({ type: 'integer', description: 'What the counter asks for itself, a payment' })
  admin_fee: number;
  @ApiProperty({ type: [PiecesDto] }) opening_pieces: PiecesDto[];
  @ApiProperty({ type: [PiecesDto], nullable: true }) closing_pieces: PiecesDto[] | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, nullable: true }) counted_at: string | null;
  @ApiProperty({ type: String, nullable: true }) decided_by: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The shift that took over with this count' })
  handed_to: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Waits for a second person' })
  approval_id: number | null;
  @ApiProperty({ type: ShiftCashDto, nullable: true, description: 'Null to its cashier while it is open' })
  cash: ShiftCashDto | null;
  @ApiProperty({
    type: [ShiftTakingDto],
    description: 'All its entries by kind, also those no longer listed',
  })
  takings: ShiftTakingDto[];
  @ApiProperty({ type: [ShiftEntryDto], description: 'The newest two hundred, newest first' })
  entries: ShiftEntryDto[];
}

export class OwnShiftDto {
  @ApiProperty({ type: ShiftDto, nullable: true, description: 'Yours that is not closed' })
  shift: ShiftDto | null;
}
