import { ApiProperty } from '@nestjs/swagger';
import { NoticeResponse } from '../../notifications';

export class BillFiguresResponse {
  @ApiProperty({ type: 'integer', description: 'Issued and not paid, of any period' }) open_count: number;
  @ApiProperty({ type: 'integer', description: 'Principal and booked penalty, rupiah' }) open_amount: number;
  @ApiProperty({ type: 'integer', description: 'Bills of the period that were issued' })
  issued_this_period: number;
  @ApiProperty({ type: 'integer', description: 'Of these, paid' }) paid_this_period: number;
  @ApiProperty({ description: 'Paid principal ÷ issued principal of the period, 0…1' })
  collection_rate: number;
}

export class ChannelFiguresResponse {
  @ApiProperty() channel: string;
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer' }) amount: number;
}

export class PaymentFiguresResponse {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer', description: 'Rupiah, without the banks’ fees' }) amount: number;
  @ApiProperty({ type: [ChannelFiguresResponse] }) by_channel: ChannelFiguresResponse[];
}

export class AgingResponse {
  @ApiProperty({ enum: ['1-30', '31-60', '61-90', '>90'], description: 'Days late' }) bucket: string;
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer' }) amount: number;
}

export class ArrearsResponse {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer' }) amount: number;
  @ApiProperty({ type: [AgingResponse] }) aging: AgingResponse[];
}

export class DayFiguresResponse {
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: 'integer' }) amount: number;
}

export class MonthFiguresResponse {
  @ApiProperty({ example: '2026-10', description: 'Usage period' }) period: string;
  @ApiProperty({ type: 'integer' }) billed: number;
  @ApiProperty({ type: 'integer', description: 'Of what was billed, paid until now' }) collected: number;
}

export class QueuesResponse {
  @ApiProperty({ type: 'integer' }) to_verify: number;
  @ApiProperty({ type: 'integer' }) to_issue: number;
  @ApiProperty({ type: 'integer', description: 'Open, made by somebody else, and for the reader to decide' })
  approvals: number;
  @ApiProperty({ type: 'integer' }) open_cases: number;
}

export class DashboardResponse {
  @ApiProperty({ format: 'date-time' }) as_of: string;
  @ApiProperty({ example: '2026-10', description: 'The usage period being collected: last month' })
  period: string;
  @ApiProperty({ type: BillFiguresResponse }) bills: BillFiguresResponse;
  @ApiProperty({ type: PaymentFiguresResponse }) payments_today: PaymentFiguresResponse;
  @ApiProperty({ type: ArrearsResponse }) arrears: ArrearsResponse;
  @ApiProperty({ type: [DayFiguresResponse], description: '30 days, oldest first' })
  trend: DayFiguresResponse[];
  @ApiProperty({ type: [MonthFiguresResponse], description: '12 periods, oldest first' })
  monthly: MonthFiguresResponse[];
  @ApiProperty({ type: QueuesResponse }) queues: QueuesResponse;
  @ApiProperty({ type: [NoticeResponse], description: 'The newest five' }) notices: NoticeResponse[];
}
