import { ApiProperty } from '@nestjs/swagger';
import { APPROVAL_TRANSITIONS, MOST_CHARGES, statesOf, type ApprovalState } from '@tirtapay/domain';
import {
  IdField,
  IntegerField,
  NoteField,
  RupiahField,
  TextField,
  UuidField,
} from '../../../../platform/validation';

export class ProposeChargeBody {
  @TextField({
    min: 2,
    max: 20,
    pattern: /^[A-Z0-9-]+$/,
    words: {
      id: 'Tulis 2 sampai 20 huruf besar, angka, atau tanda hubung.',
      en: 'Write 2 to 20 capital letters, digits or hyphens.',
    },
    description: 'Capitals, digits and hyphens',
  })
  code: string;
  @TextField({ min: 3, max: 80, description: 'As the customer reads it' }) name: string;
  @RupiahField({ min: 1 }) price: number;
  @TextField({ optional: true, max: 200, description: 'Number of the regulation' }) legal_basis?: string;
}

export class RetireChargeBody {
  @NoteField({ min: 10, max: 500, description: 'Why; the second person reads it' }) reason: string;
}

export class BillChargeBody {
  @IdField() customer_id: number;
  @IdField() charge_id: number;
  @IntegerField({ min: 1, max: MOST_CHARGES }) quantity: number;
  @TextField({ optional: true, max: 200, description: 'For the office' }) note?: string;
  @UuidField({ description: 'The same request again is the same bill' }) request_id: string;
}

export class CancelChargeBody {
  @NoteField({ min: 10, max: 500, description: 'Why; the second person reads it' }) reason: string;
}

export class ChargeDto {
  @ApiProperty() id: number;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty() price: number;
  @ApiProperty({ type: String, nullable: true }) legal_basis: string | null;
  @ApiProperty({ enum: statesOf(APPROVAL_TRANSITIONS), description: 'What two people decided' })
  status: ApprovalState;
  @ApiProperty({ description: 'Its code is billed at this price' }) active: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'The request that waits for a second person' })
  pending_approval_id: number | null;
}

export class BilledChargeDto {
  @ApiProperty() bill_id: number;
  @ApiProperty() bill_number: string;
  @ApiProperty() principal: number;
  @ApiProperty({ format: 'date' }) due_date: string;
}

export class ChargeRequestDto {
  @ApiProperty() approval_id: number;
}
