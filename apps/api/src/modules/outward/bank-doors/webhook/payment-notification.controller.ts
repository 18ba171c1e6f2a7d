import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { parseRfc3339 } from '@tirtapay/bank-protocol';
import { SignedBy } from '../../../../platform/access';
import { currentActor } from '../../../../platform/context';
import { Problem, type FieldError } from '../../../../platform/problem';
import { NotificationReceivedDto, PaymentNotificationBody } from '../../../money/checkout';
import { WebhookInbox } from '../../../money/checkout';
import { WebhookWorker } from '../../../money/checkout';
import { MoneyGate } from '../money-gate';
import { BANK_DOOR_SAYS } from '../sentences';

@ApiTags('bank')
@Controller('webhook')
export class PaymentNotificationController {
  constructor(
    private readonly inbox: WebhookInbox,
    private readonly worker: WebhookWorker,
    private readonly gate: MoneyGate,
  ) {}

  @Post('payment-notification')
  @HttpCode(200)
  @SignedBy('BANK')
  @ApiOperation({
    operationId: 'receivePaymentNotification',
    summary: 'A bank tells of a payment on VA or QRIS; stored first, applied right after',
  })
  @ApiOkResponse({ type: NotificationReceivedDto })
  async receive(@Body() body: PaymentNotificationBody): Promise<NotificationReceivedDto> {
    assertComplete(body);
    const actor = currentActor();
    if (actor.kind !== 'BANK') throw new Problem('auth.signature_invalid');
    const id = await this.inbox.accept(actor.id, body);
    if (id !== null) this.worker.nudge(id);
    // Kept first: of money that was really paid at a bank that is not live a person shall know.
    if (body.event === 'payment.paid') await this.gate.admit(actor.id, body.bank_reference);
    return { received: true };
  }
}

/** The same under the version, for banks that put it before every path. The contract names one path, and so does the document. */
@ApiExcludeController()
@Controller('v1/webhook')
export class VersionedNotificationController extends PaymentNotificationController {}

/** @throws Problem request.invalid */
function assertComplete(body: PaymentNotificationBody): void {
  const errors: FieldError[] = [];
  const named = body.method === 'VA' ? 'virtual_account_number' : 'qris_reference';
  if (body[named] === undefined)
    errors.push({ pointer: `/${named}`, code: 'required', message: BANK_DOOR_SAYS.saysWhatWasPaid(named) });
  if (parseRfc3339(body.paid_at) === null)
    errors.push({ pointer: '/paid_at', code: 'format', message: BANK_DOOR_SAYS.paidAtForm });
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}
