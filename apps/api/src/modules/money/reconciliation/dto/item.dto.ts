import { ApiProperty } from '@nestjs/swagger';
import {
  CALL_FINDINGS,
  ITEM_TYPES,
  MATCH_BASES,
  PUBLIC_PURCHASE_STATES,
  PURCHASE_TRANSITIONS,
  RECONCILIATION_ACTIONS,
  STATEMENT_EVENTS,
  STATEMENT_KINDS,
  statesOf,
  type CallFinding,
  type ItemType,
  type MatchBasis,
  type OurEntry,
  type PublicPurchaseState,
  type PurchaseState,
  type ReconciliationAction,
  type ReconciliationItemState,
  type StatementEvent,
  type StatementKind,
} from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import { BooleanField, ChoiceField, IdField, IdListField, NoteField } from '../../../../platform/validation';
import { CustomerNumberField } from '../../../water/customers';
import { ITEM_STATES } from '../states';
import { StoredLineDto } from './file.dto';

const COUNTER_RELATIONS = ['TAKES_BACK', 'TAKEN_BACK_BY'] as const;

export class ItemDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ type: 'integer' }) reconciliation_id: number;
  @ApiProperty({ type: 'integer', description: 'Id of the collector, of whatever kind' }) bank_id: number;
  @ApiProperty() bank_name: string;
  @ApiProperty({ enum: STATEMENT_KINDS, description: 'Whose statement: a bank’s, a supplier’s, a partner’s' })
  statement: StatementKind;
  @ApiProperty() settlement_date: string;
  @ApiProperty({ enum: ITEM_TYPES }) type: ItemType;
  @ApiProperty({ enum: MATCH_BASES }) basis: MatchBasis;
  @ApiProperty({ enum: ITEM_STATES }) state: ReconciliationItemState;
  @ApiProperty({ type: 'integer', nullable: true }) payment_id: number | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The journal, where it is a movement of an account and no payment of a bank',
  })
  movement_id: number | null;
  @ApiProperty({ enum: [...STATEMENT_EVENTS, null], nullable: true, description: 'What moved' })
  movement_event: StatementEvent | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Drawer, partner, bank, supplier, or who bought',
  })
  movement_name: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) line_id: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Of the file, from 1' }) line: number | null;
  @ApiProperty({ type: String, nullable: true }) reference: string | null;
  @ApiProperty({ type: String, nullable: true }) customer_number: string | null;
  @ApiProperty({ type: String, nullable: true }) customer_name: string | null;
  @ApiProperty({ type: String, nullable: true }) channel: string | null;
  @ApiProperty({ type: 'integer', description: 'What our books expect of the bank' }) our_amount: number;
  @ApiProperty({ type: 'integer', description: 'What moved at the bank' }) bank_amount: number;
  @ApiProperty({ type: 'integer' }) sen: number;
  @ApiProperty({ type: 'integer', description: 'What the bank kept' }) fee: number;
  @ApiProperty({ type: 'integer', description: 'bank_amount + fee − our_amount' }) difference: number;
  @ApiProperty({ type: 'integer', description: 'Days since its day, while it is open' }) age_days: number;
  @ApiProperty({
    enum: RECONCILIATION_ACTIONS,
    isArray: true,
    description: 'What may be asked for, the usual first',
  })
  actions: readonly ReconciliationAction[];
  @ApiProperty({
    enum: [...RECONCILIATION_ACTIONS, null],
    nullable: true,
    description: 'What two people decided',
  })
  action: ReconciliationAction | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The request that waits or was approved' })
  approval_id: number | null;
  @ApiProperty({ description: 'A request waits for its second person' }) pending: boolean;
  @ApiProperty({
    description: 'It is about an order whose end the supplier has not told: until then it is only carried',
  })
  under_way: boolean;
}

export class ItemPageDto extends PageDto(ItemDto) {}

class ItemPaymentDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ enum: ['PAYMENT', 'REVERSAL'] }) kind: OurEntry['kind'];
  @ApiProperty({ type: String, nullable: true }) receipt_number: string | null;
  @ApiProperty({ type: String, nullable: true }) bank_reference: string | null;
  @ApiProperty({ type: String, nullable: true }) customer_number: string | null;
  @ApiProperty({ type: String, nullable: true }) customer_name: string | null;
  @ApiProperty() channel: string;
  @ApiProperty({ type: 'integer' }) amount: number;
  @ApiProperty({ type: 'integer' }) admin_fee: number;
  @ApiProperty() paid_at: string;
  @ApiProperty() posted_at: string;
  @ApiProperty() business_date: string;
}

class ItemMovementDto {
  @ApiProperty({ type: 'integer', description: 'Its journal' }) id: number;
  @ApiProperty({ enum: STATEMENT_EVENTS }) event: StatementEvent;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the statement should call it' })
  bank_reference: string | null;
  @ApiProperty({ type: 'integer', description: 'Above zero: in our favour' }) amount: number;
  @ApiProperty() posted_at: string;
  @ApiProperty() business_date: string;
}

class SaleAnswerDto {
  @ApiProperty({ enum: statesOf(PURCHASE_TRANSITIONS) }) status: PurchaseState;
  @ApiProperty() at: string;
  @ApiProperty({ type: String, nullable: true }) message: string | null;
}

class ItemSaleDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() service: string;
  @ApiProperty({ enum: PUBLIC_PURCHASE_STATES }) status: PublicPurchaseState;
  @ApiProperty() customer_name: string;
  @ApiProperty({ type: 'integer' }) principal: number;
  @ApiProperty({ type: 'integer' }) admin_fee: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'What the supplier asked for it' }) cost:
    number | null;
  @ApiProperty({ type: String, nullable: true, description: 'The seller’s name for it' }) ref_id:
    string | null;
  @ApiProperty({ description: 'Our name for it at the supplier' }) supplier_ref: string;
  @ApiProperty({ description: 'Partner or drawer' }) seller: string;
  @ApiProperty({ type: String, nullable: true }) message: string | null;
  @ApiProperty({ type: [SaleAnswerDto], description: 'Its steps, with what the supplier said' })
  answers: SaleAnswerDto[];
}

class ItemCallDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty() received_at: string;
  @ApiProperty() request_target: string;
  @ApiProperty() request_id: string;
  @ApiProperty({ type: 'integer' }) http_status: number;
  @ApiProperty({ type: String, nullable: true }) code: string | null;
  @ApiProperty({ type: String, nullable: true }) bank_reference: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The signed request, as it came' }) request_body:
    string | null;
  @ApiProperty({ type: String, nullable: true }) response_body: string | null;
}

class OpenClaimDto {
  @ApiProperty({ type: 'integer', description: 'The item that was claimed' }) item_id: number;
  @ApiProperty({ type: String, nullable: true }) letter_number: string | null;
  @ApiProperty() settlement_date: string;
  @ApiProperty({ type: 'integer', description: 'What the bank has not paid of it' }) left: number;
}

/** All there is about an item: our posting, the signed request, the line of the file. */
class CounterMovementDto {
  @ApiProperty({ enum: COUNTER_RELATIONS, description: 'What the other is to this one' })
  relation: (typeof COUNTER_RELATIONS)[number];
  @ApiProperty({ type: ItemMovementDto }) movement: ItemMovementDto;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The item that has it' }) item_id:
    number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of the day of that item' }) settlement_date:
    string | null;
  @ApiProperty({
    enum: [...RECONCILIATION_ACTIONS, null],
    nullable: true,
    description: 'What was decided there',
  })
  action: ReconciliationAction | null;
}

export class ItemDetailDto extends ItemDto {
  @ApiProperty({ type: ItemPaymentDto, nullable: true }) payment: ItemPaymentDto | null;
  @ApiProperty({ type: ItemPaymentDto, nullable: true }) reversal: ItemPaymentDto | null;
  @ApiProperty({ type: ItemMovementDto, nullable: true, description: 'Booked already; nothing of it is due' })
  movement: ItemMovementDto | null;
  @ApiProperty({ type: ItemMovementDto, nullable: true, description: 'What gave back what that took' })
  movement_reversal: ItemMovementDto | null;
  @ApiProperty({
    type: CounterMovementDto,
    nullable: true,
    description:
      'A payment to a supplier that was taken back, or what took it back, on another day or in another item',
  })
  counter_movement: CounterMovementDto | null;
  @ApiProperty({ type: ItemSaleDto, nullable: true, description: 'The PPOB sale it is about' })
  sale: ItemSaleDto | null;
  @ApiProperty({ type: ItemPaymentDto, nullable: true, description: 'What was posted by what was decided' })
  posted: ItemPaymentDto | null;
  @ApiProperty({ type: StoredLineDto, nullable: true }) file_line: StoredLineDto | null;
  @ApiProperty({
    type: StoredLineDto,
    nullable: true,
    description: 'The line by which the bank took it back',
  })
  reversal_line: StoredLineDto | null;
  @ApiProperty({ type: [ItemCallDto], description: 'Calls of the bank under its reference, newest first' })
  calls: ItemCallDto[];
  @ApiProperty({
    enum: [...CALL_FINDINGS, null],
    nullable: true,
    description: 'What we answered when the bank told us of it',
  })
  call: CallFinding | null;
  @ApiProperty({ type: [ItemPaymentDto], description: 'Payments the line could be' })
  candidate_payments: ItemPaymentDto[];
  @ApiProperty({ type: [ItemMovementDto], description: 'Movements of our account the line could be' })
  candidate_movements: ItemMovementDto[];
  @ApiProperty({
    type: [OpenClaimDto],
    description: 'Claims on the same party that the line could pay, oldest first',
  })
  open_claims: OpenClaimDto[];
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true }) letter_number: string | null;
  @ApiProperty({ description: 'What was decided may be taken back by two people' }) withdrawable: boolean;
  @ApiProperty({ type: String, nullable: true }) made_by: string | null;
  @ApiProperty({ type: String, nullable: true }) decided_by: string | null;
  @ApiProperty({ type: String, nullable: true }) decided_at: string | null;
}

export class AdjustItemBody {
  @ChoiceField(RECONCILIATION_ACTIONS) action: ReconciliationAction;
  @NoteField({ min: 10, max: 300, description: 'Why; the second person reads it' }) reason: string;
  @CustomerNumberField({ optional: true, description: 'Whose money it is, where the line does not say' })
  customer_number?: string;
  @IdListField({
    maxItems: 500,
    optional: true,
    description: 'ASSIGN: the payments the line stands for',
  })
  payment_ids?: number[];
  @IdListField({
    maxItems: 500,
    optional: true,
    description: 'ASSIGN: the movements of our account the line stands for, by their journals',
  })
  movement_ids?: number[];
  @IdField({ optional: true, description: 'SETTLE_CLAIM: the item whose claim it pays' }) claim_id?: number;
}

export class WithdrawDecisionBody {
  @NoteField({ min: 10, max: 300, description: 'What was wrong with it; the second person reads it' })
  reason: string;
}

export class AdjustmentRequestedDto {
  @ApiProperty({ type: 'integer' }) approval_id: number;
  @ApiProperty({ enum: ['PENDING'] }) status: 'PENDING';
}

export class AdjustManyBody {
  @ChoiceField(ITEM_TYPES) type: ItemType;
  @ChoiceField(RECONCILIATION_ACTIONS) action: ReconciliationAction;
  @NoteField({ min: 10, max: 300, description: 'Why; the second person reads it' }) reason: string;
  @BooleanField({ description: 'True: only says what would be asked for' }) preview: boolean;
}

export class AdjustManyDto {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer' }) our_amount: number;
  @ApiProperty({ type: 'integer' }) bank_amount: number;
  @ApiProperty({ type: 'integer' }) difference: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null for a preview' }) approval_id:
    number | null;
}
