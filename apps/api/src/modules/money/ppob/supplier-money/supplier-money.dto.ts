import { ApiProperty } from '@nestjs/swagger';
import {
  SUPPLIER_MOVEMENTS,
  SUPPLIER_PAYMENTS,
  SUPPLIER_TERMS,
  type SupplierAccount,
  type SupplierMovementKind,
  type SupplierPaymentKind,
  type SupplierTerms,
} from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import {
  ChoiceField,
  IntegerField,
  NoteField,
  RupiahField,
  TextField,
} from '../../../../platform/validation';

export class SupplierPaymentBody {
  @ChoiceField(SUPPLIER_PAYMENTS, {
    description: 'TOP_UP: into our deposit at the supplier. SETTLEMENT: for what it delivered and is owed',
  })
  kind: SupplierPaymentKind;
  @RupiahField({ description: 'What left our bank account' }) amount: number;
  @TextField({ max: 100, description: 'As it stands on the statement of the bank' }) bank_reference: string;
  @NoteField({ max: 300 }) reason: string;
}

export class ReverseSupplierPaymentBody {
  @NoteField({ max: 300 }) reason: string;
}

export class SupplierTermsBody {
  @ChoiceField(SUPPLIER_TERMS, {
    description: 'LATER: paid for what it delivered. PREPAID: out of our deposit',
  })
  terms: SupplierTerms;
  @RupiahField({ min: 0, description: 'Below this our deposit runs low and people are told' })
  low_balance: number;
  @IntegerField({ min: 1, max: 2_000_000_000, description: 'As it was read' }) version: number;
  @NoteField({ max: 300 }) reason: string;
}

export class SupplierRequestedDto {
  @ApiProperty({ type: 'integer' }) approval_id: number;
  @ApiProperty({ enum: ['PENDING'] }) status: 'PENDING';
}

export class ToldBalanceDto {
  @ApiProperty({ type: 'integer', description: 'What the supplier says it holds of ours' }) balance: number;
  @ApiProperty({
    type: 'integer',
    description:
      'By how much that is not what our books and the orders in flight allow; above zero: it holds more',
  })
  gap: number;
  @ApiProperty() at: string;
}

export class SupplierMovementDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ type: 'integer' }) supplier_id: number;
  @ApiProperty() supplier: string;
  @ApiProperty({ enum: SUPPLIER_MOVEMENTS }) kind: SupplierMovementKind;
  @ApiProperty({ enum: ['1150', '2160'], description: '1150: our deposit there. 2160: what we owe' })
  account: SupplierAccount;
  @ApiProperty() business_date: string;
  @ApiProperty({ type: 'integer', description: 'Positive: in our favour' }) amount: number;
  @ApiProperty({
    type: 'integer',
    description: 'After this movement: what the supplier holds of ours less what we owe it',
  })
  balance: number;
  @ApiProperty({ type: 'integer', nullable: true }) sale_id: number | null;
  @ApiProperty({ type: String, nullable: true }) bank_reference: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) approval_id: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The movement it takes back' })
  reverses_id: number | null;
  @ApiProperty({ description: 'Whether another movement took it back' }) reversed: boolean;
}

export class SupplierMovementPageDto extends PageDto(SupplierMovementDto) {}
