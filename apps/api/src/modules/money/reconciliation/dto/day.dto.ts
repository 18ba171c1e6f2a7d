import { ApiProperty } from '@nestjs/swagger';
import {
  ITEM_TYPES,
  RECONCILIATION_ACTIONS,
  STATEMENT_KINDS,
  type ItemType,
  type ReconciliationAction,
  type ReconciliationItemState,
  type StatementKind,
} from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import {
  BooleanField,
  DateField,
  IdField,
  NoteField,
  RupiahField,
  TextField,
} from '../../../../platform/validation';
import { DAY_EVENTS, DAY_STATES, ITEM_STATES, type DayEvent, type DayState } from '../states';
import { StoredFileDto } from './file.dto';

/** How a day looks in the overview. */
export const OVERVIEW_STATES = [
  'REST',
  'AHEAD',
  'BEFORE',
  'FILE_MISSING',
  'OPEN',
  'CLOSED',
  'ENDED',
] as const;
export type OverviewState = (typeof OVERVIEW_STATES)[number];

export class DayDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ type: 'integer', description: 'Id of the collector, of whatever kind' }) bank_id: number;
  @ApiProperty() bank_name: string;
  @ApiProperty({ enum: STATEMENT_KINDS, description: 'Whose statement: a bank’s, a supplier’s, a partner’s' })
  statement: StatementKind;
  @ApiProperty() settlement_date: string;
  @ApiProperty({ enum: DAY_STATES }) state: DayState;
  @ApiProperty() has_file: boolean;
  @ApiProperty({ description: 'Two people said that no statement comes of it' }) absent: boolean;
  @ApiProperty({ description: 'False behind an end: nobody waits for its statement' }) expected: boolean;
  @ApiProperty({ type: 'integer' }) items: number;
  @ApiProperty({ type: 'integer' }) open_items: number;
  @ApiProperty({
    type: 'integer',
    description: 'Of what is open: what the bank and our books differ by, without signs',
  })
  open_amount: number;
  @ApiProperty({ type: 'integer' }) our_amount: number;
  @ApiProperty({ type: 'integer' }) bank_amount: number;
  @ApiProperty({ type: String, nullable: true }) run_at: string | null;
  @ApiProperty({ type: String, nullable: true }) closed_at: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Null: by the system, when it is closed' })
  closed_by: string | null;
}

export class DayPageDto extends PageDto(DayDto) {}

class DaySumDto {
  @ApiProperty({ enum: ITEM_TYPES }) type: ItemType;
  @ApiProperty({ enum: ITEM_STATES }) state: ReconciliationItemState;
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer' }) our_amount: number;
  @ApiProperty({ type: 'integer' }) bank_amount: number;
  @ApiProperty({ type: 'integer' }) fee: number;
  @ApiProperty({ type: 'integer' }) difference: number;
}

class DayEventDto {
  @ApiProperty({ enum: DAY_EVENTS }) kind: DayEvent;
  @ApiProperty({ type: Object }) detail: object;
  @ApiProperty({ type: String, nullable: true, description: 'Null: the system' }) made_by: string | null;
  @ApiProperty() made_at: string;
}

class WithdrawalDto {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ enum: ITEM_TYPES }) type: ItemType;
  @ApiProperty({ enum: RECONCILIATION_ACTIONS, description: 'What had been decided' })
  action: ReconciliationAction;
  @ApiProperty({ type: 'integer' }) claimed: number;
  @ApiProperty({ type: String, nullable: true }) letter_number: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it had been decided' }) note: string | null;
  @ApiProperty() made_by: string;
  @ApiProperty() decided_by: string;
  @ApiProperty({ description: 'Why it was taken back' }) reason: string;
  @ApiProperty() withdrawn_by: string;
  @ApiProperty() agreed_by: string;
  @ApiProperty() withdrawn_at: string;
}

export class DayDetailDto extends DayDto {
  @ApiProperty({ type: [DaySumDto] }) sums: DaySumDto[];
  @ApiProperty({ type: [StoredFileDto], description: 'Newest first; only the first counts' })
  files: StoredFileDto[];
  @ApiProperty({ type: [DayEventDto], description: 'Newest first' }) events: DayEventDto[];
  @ApiProperty({ type: [WithdrawalDto], description: 'Decisions that two people took back, newest first' })
  withdrawals: WithdrawalDto[];
  @ApiProperty({ type: 'integer', description: 'To our account when it is closed, as things stand' })
  received: number;
  @ApiProperty({ type: 'integer', description: 'Kept by the bank' }) charged: number;
  @ApiProperty({ type: 'integer', description: 'Not due any more' }) cleared: number;
  @ApiProperty({ type: 'integer' }) claimed: number;
  @ApiProperty({ type: 'integer' }) claim_settled: number;
  @ApiProperty({
    type: 'integer',
    description: 'Of the account itself, booked before: takings and deposits, purchases, sales',
  })
  moved: number;
  @ApiProperty({ type: [String], description: 'Who prepared it, and so does not close it' })
  prepared_by: string[];
  @ApiProperty({ description: 'The reader may close it now' }) can_close: boolean;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The request to open it again that waits' })
  reopening_id: number | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The request about its absent statement that waits',
  })
  absence_request_id: number | null;
}

class OverviewDayDto {
  @ApiProperty() date: string;
  @ApiProperty({ enum: OVERVIEW_STATES }) state: OverviewState;
  @ApiProperty({ type: 'integer', nullable: true }) reconciliation_id: number | null;
  @ApiProperty({ type: 'integer' }) open_items: number;
  @ApiProperty({ type: 'integer' }) open_amount: number;
}

class OverviewBankDto {
  @ApiProperty({ type: 'integer' }) bank_id: number;
  @ApiProperty() bank_code: string;
  @ApiProperty() bank_name: string;
  @ApiProperty({ enum: STATEMENT_KINDS }) statement: StatementKind;
  @ApiProperty({ type: String, nullable: true, description: 'Null: not reconciled yet' }) reconcile_from:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: 'After it nothing is expected any more' })
  last_day: string | null;
  @ApiProperty({ type: [OverviewDayDto] }) days: OverviewDayDto[];
}

class OpenAgeDto {
  @ApiProperty({ enum: ['0-1', '2-3', '4-7', '8-30', '31+'] }) days: string;
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer' }) amount: number;
}

export class OverviewDto {
  @ApiProperty() from: string;
  @ApiProperty() to: string;
  @ApiProperty({ type: [OverviewBankDto] }) banks: OverviewBankDto[];
  @ApiProperty({ type: [OpenAgeDto], description: 'What is open, by its age' }) aging: OpenAgeDto[];
  @ApiProperty({ type: 'integer', description: 'Claims on banks and suppliers that are not paid' })
  claims: number;
}

export class OverviewQuery {
  @DateField({ optional: true }) from?: string;
  @DateField({ optional: true, description: 'At most 62 days after the first' }) to?: string;
}

export class OpenDayBody {
  @IdField() bank_id: number;
  @DateField() settlement_date: string;
}

export class ReopenDayBody {
  @NoteField({ min: 10, max: 300, description: 'Why; the second person reads it' }) reason: string;
}

export class DayAbsenceBody {
  @BooleanField({ description: 'True: no statement comes of it; false: it is waited for again' })
  absent: boolean;
  @NoteField({ min: 10, max: 300, description: 'Why; the second person reads it' }) reason: string;
}

export class OldDaysBody {
  @IdField() bank_id: number;
  @RupiahField({ min: 0, description: 'What the bank says was in our account of the days before' })
  agreed: number;
  @TextField({ max: 80, description: "Number of the bank's letter" }) letter: string;
  @NoteField({ min: 10, max: 300 }) reason: string;
}
