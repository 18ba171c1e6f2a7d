import { ApiProperty } from '@nestjs/swagger';
import { IdField } from '../../../../platform/validation';
import { WebhookMessageDto } from './webhook-message.dto';

export class SendTestNotificationBody {
  @IdField() bank_id: number;
}

export class TestNotificationDto {
  @ApiProperty({ description: 'What the bank would have been answered' }) http_status: number;
  @ApiProperty({ type: String, nullable: true, description: 'Of the refusal' }) code: string | null;
  @ApiProperty({ description: 'Signature, address and content were accepted, and it was stored' })
  accepted: boolean;
  @ApiProperty({ description: 'Our answer carries the signature the bank checks' }) answer_proven: boolean;
  @ApiProperty({ description: 'It went through the worker to its end' }) processed: boolean;
  @ApiProperty({ description: 'Until the answer' }) latency_ms: number;
  @ApiProperty({ type: WebhookMessageDto, nullable: true, description: 'Null when it was refused' })
  message: WebhookMessageDto | null;
}
