import { ApiProperty } from '@nestjs/swagger';
import { NoticeDto } from '../../notifications';

export class BillFiguresDto {
  @ApiProperty({ type: 'integer', description: 'Issued and not paid, of any period' }) open_count: number;
  @ApiProperty({ type: 'integer', description: 'Principal and booked penalty, rupiah' }) open_amount: number;
  @ApiProperty({ type: 'integer', description: 'Bills of the period that were issued' })
  issued_this_period: number;
  @ApiProperty({ type: 'integer', description: 'Of these, paid' }) paid_this_period: number;
  @ApiProperty({ description: 'Paid principal ÷ issued principal of the period, 0…1' })
  collection_rate: number;
}

export class ChannelFiguresDto {
  @ApiProperty() channel: string;
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer' }) amount: number;
}

export class PaymentFiguresDto {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer', description: 'Rupiah, without the banks’ fees' }) amount: number;
  @ApiProperty({ type: [ChannelFiguresDto] }) by_channel: ChannelFiguresDto[];
}

export class AgingDto {
  @ApiProperty({ enum: ['1-30', '31-60', '61-90', '>90'], description: 'Days late' }) bucket: string;
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer' }) amount: number;
}

export class ArrearsDto {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer' }) amount: number;
  @ApiProperty({ type: [AgingDto] }) aging: AgingDto[];
}

export class DayFiguresDto {
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer' }) amount: number;
}

export class MonthFiguresDto {
  @ApiProperty({ example: '2026-10', description: 'Usage period' }) period: string;
  @ApiProperty({ type: 'integer' }) billed: number;
  @ApiProperty({ type: 'integer', description: 'Of what was billed, paid until now' }) collected: number;
}

export class QueuesDto {
  @ApiProperty({ type: 'integer' }) to_verify: number;
  @ApiProperty({ type: 'integer' }) to_issue: number;
  @ApiProperty({ type: 'integer', description: 'Open, made by somebody else, and for the reader to decide' })
  approvals: number;
  @ApiProperty({ type: 'integer' }) open_cases: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'Connections with water that have no reading of this month yet; null for whoever reads no meters',
  })
  to_read: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Readings of this month to be taken again' })
  rereads: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Open differences with banks and counters' })
  breaks: number | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Shifts that were counted and wait for a second person',
  })
  counted_shifts: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Notifications of banks that were given up' })
  dead_notifications: number | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Former secrets of banks that end within a day',
  })
  expiring_keys: number | null;
}

export class DashboardDto {
  @ApiProperty({ format: 'date-time' }) as_of: string;
  @ApiProperty({ example: '2026-10', description: 'The usage period being collected: last month' })
  period: string;
  @ApiProperty({
    type: BillFiguresDto,
    nullable: true,
    description: 'Null, as arrears and months are, for whoever may not read bills, or counts blind',
  })
  bills: BillFiguresDto | null;
  @ApiProperty({
    type: PaymentFiguresDto,
    nullable: true,
    description: 'Null, as the trend is, for whoever may not read payments',
  })
  payments_today: PaymentFiguresDto | null;
  @ApiProperty({ type: ArrearsDto, nullable: true }) arrears: ArrearsDto | null;
  @ApiProperty({ type: [DayFiguresDto], nullable: true, description: '30 days, oldest first' })
  trend: DayFiguresDto[] | null;
  @ApiProperty({ type: [MonthFiguresDto], nullable: true, description: '12 periods, oldest first' })
  monthly: MonthFiguresDto[] | null;
  @ApiProperty({ type: QueuesDto }) queues: QueuesDto;
  @ApiProperty({ type: [NoticeDto], description: 'The newest five' }) notices: NoticeDto[];
}
