import { ApiProperty } from '@nestjs/swagger';
import { CODE_NAMES, BANK_PROTOCOLS, WEBHOOK_STATES } from '@tirtapay/domain';
import { PageDto } from '../../../../platform/list';
import { PaymentBankDto } from '../../../money/payment';

export class WebhookMessageDto {
  @ApiProperty() id: number;
  @ApiProperty({ type: PaymentBankDto }) bank: PaymentBankDto;
  @ApiProperty() event_id: string;
  @ApiProperty({ enum: BANK_PROTOCOLS }) source: string;
  @ApiProperty({ enum: WEBHOOK_STATES }) state: string;
  @ApiProperty({ description: 'How often the bank sent it' }) deliveries: number;
  @ApiProperty() attempts: number;
  @ApiProperty({ nullable: true, enum: [...Object.keys(CODE_NAMES.webhookOutcome), null] })
  outcome: string | null;
  @ApiProperty({ type: String, nullable: true }) last_error: string | null;
  @ApiProperty({ type: Number, nullable: true }) payment_id: number | null;
  @ApiProperty() received_at: string;
  @ApiProperty({ type: String, nullable: true }) processed_at: string | null;
  @ApiProperty({ type: String, nullable: true }) next_attempt_at: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'As the bank sent it' })
  payload: object;
}

export class WebhookMessagePageDto extends PageDto(WebhookMessageDto) {}
