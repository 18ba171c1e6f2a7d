import { ApiProperty } from '@nestjs/swagger';
import { DRAWER_MOVE_KINDS, type DrawerMoveKind } from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import {
  BooleanField,
  IdField,
  IntegerField,
  NoteField,
  RupiahField,
  SeriesField,
  TextField,
  UuidField,
} from '../../../../platform/validation';
import { MOST_CASH, PiecesListBody } from './cash.dto';

export class CreateDrawerBody {
  @SeriesField({
    description: 'How its receipt numbers begin; never changes',
    example: 'LOKET1',
  })
  code: string;
  @TextField({ max: 100, example: 'Loket 1 Kantor Pusat' }) name: string;
  @IdField({ nullable: true, description: 'The pay point it stands at' }) pay_point_id: number | null;
  @RupiahField({
    min: 0,
    max: 100_000,
    description: 'What the counter asks for itself, a payment; above zero once a second person agreed',
  })
  admin_fee: number;
}

export class ChangeDrawerBody {
  @IntegerField({ min: 1, max: 2_000_000_000, description: 'As it was read' }) version: number;
  @TextField({ max: 100, optional: true }) name?: string;
  @IdField({ optional: true, nullable: true }) pay_point_id?: number | null;
  @BooleanField({ optional: true }) active?: boolean;
}

export class DrawerFeeBody {
  @RupiahField({ min: 0, max: 100_000, description: 'What the counter asks for itself, a payment' })
  admin_fee: number;
  @NoteField({ min: 5, max: 300, description: 'Why; read by the second person' }) reason: string;
}

export class DrawerDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: 'integer', nullable: true }) pay_point_id: number | null;
  @ApiProperty({ type: String, nullable: true }) pay_point_name: string | null;
  @ApiProperty({ type: 'integer' }) admin_fee: number;
  @ApiProperty() active: boolean;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'What the books have in it now; null to the cashier who has it open and will count it',
  })
  balance: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The shift that is not closed' })
  shift_id: number | null;
  @ApiProperty({ type: String, nullable: true }) cashier_name: string | null;
}

export class DrawerPageDto extends PageDto(DrawerDto) {}

export class DrawerMoveDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ enum: DRAWER_MOVE_KINDS }) kind: DrawerMoveKind;
  @ApiProperty({ type: 'integer', description: 'Above zero: into the drawer' }) amount: number;
  @ApiProperty({ type: 'integer', nullable: true }) shift_id: number | null;
  @ApiProperty({ type: String, nullable: true }) bank_reference: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty() made_by: string;
  @ApiProperty({ type: String, nullable: true }) decided_by: string | null;
  @ApiProperty() business_date: string;
  @ApiProperty() moved_at: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The move it takes back' }) reverses_id:
    number | null;
  @ApiProperty({ description: 'Whether it was taken back' }) corrected: boolean;
}

export class DrawerDetailDto extends DrawerDto {
  @ApiProperty({ type: [DrawerMoveDto], description: 'The newest hundred, newest first' })
  moves: DrawerMoveDto[];
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The request about its fee that waits for its second person',
  })
  fee_id: number | null;
}

export class DepositDrawerBody {
  @RupiahField({ max: MOST_CASH, description: 'Brought to the bank' }) amount: number;
  @TextField({ max: 64, description: 'Number of the slip; the statement of the bank is matched by it' })
  bank_reference: string;
  @NoteField({ max: 300, optional: true }) note?: string;
  @UuidField({ description: 'The same request again is the same move' }) request_id: string;
}

export class FloatDrawerBody {
  @RupiahField({ max: MOST_CASH, description: 'Change money from the bank account' }) amount: number;
  @NoteField({ max: 300, optional: true }) note?: string;
  @UuidField({ description: 'The same request again is the same move' }) request_id: string;
}

/** Of a drawer without a shift: what was found in it. */
export class DrawerDifferenceBody extends PiecesListBody {
  @NoteField({ min: 5, max: 300, description: 'Why it differs from the books' }) reason: string;
}

export class DrawerRequestedDto {
  @ApiProperty({ type: 'integer' }) approval_id: number;
  @ApiProperty({ enum: ['PENDING'] }) status: 'PENDING';
}

export class DrawerDifferenceDto extends DrawerRequestedDto {
  @ApiProperty({ type: 'integer', description: 'Counted − books' }) difference: number;
}
