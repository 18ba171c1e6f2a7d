import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Clock } from '../../../platform/clock';
import { currentLanguage } from '../../../platform/context';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { BankDirectory } from '../../bank-gateway/registry';
import { PublicTokens } from './public-token';
import type { PublicCheckoutDto } from './checkout.dto';
import { checkoutByToken, checkoutsById, type CheckoutRecord } from './checkout-record';
import { checkoutView } from './checkout-view';
import { CheckoutBank } from './checkout-bank.service';
import { OpenCheckout, type CheckoutWish } from './open-checkout.service';

const RETRY_SECONDS = 5;
/** Two clicks: the second waits for what the first has asked of the bank. */
const WAIT_STEP_MILLISECONDS = 200;
const WAIT_STEPS = 60;

const TAKE_OVER = {
  VA: "UPDATE va_transaction SET bank_state = 'PENDING' WHERE intent_id = $1 AND bank_state = 'FAILED' RETURNING id",
  QRIS: "UPDATE qris_transaction SET bank_state = 'PENDING' WHERE intent_id = $1 AND bank_state = 'FAILED' RETURNING id",
} as const;

/** From a choice on the page to an account or code that can be paid. */
@Injectable()
export class GuideCheckout {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly opening: OpenCheckout,
    private readonly bank: CheckoutBank,
    private readonly directory: BankDirectory,
    private readonly tokens: PublicTokens,
  ) {}

  /** @throws Problem bank.unreachable when the bank has not answered; asking again continues the same checkout */
  async begin(wish: CheckoutWish): Promise<PublicCheckoutDto> {
    const { id, isNew } = await this.opening.open(wish);
    await this.prepare(await this.byId(id), isNew);
    const checkout = await this.byId(id);
    if (checkout.closed_reason === 'BANK_REFUSED') throw new Problem('intent.method_unavailable');
    if (checkout.status === 'PENDING' && checkout.bank_state !== 'DONE')
      throw new Problem('bank.unreachable', { retryAfter: RETRY_SECONDS });
    return this.view(checkout);
  }

  async byToken(token: string): Promise<CheckoutRecord> {
    const checkout = await checkoutByToken(this.database, token);
    if (checkout === null) throw new Problem('intent.not_found');
    return checkout;
  }

  /**
   * The payer says they have paid: the bank is asked, whatever it last said.
   * @throws Problem bank.unreachable when it gives no usable answer: "not paid" would be a guess
   */
  async recheck(checkout: CheckoutRecord): Promise<PublicCheckoutDto> {
    if (
      checkout.bank_state !== 'FAILED' &&
      (checkout.status === 'PENDING' || checkout.status === 'EXPIRED')
    ) {
      const asked = await this.bank.ask(checkout);
      if (asked === 'UNKNOWN' || asked === 'UNNAMED')
        throw new Problem('bank.unreachable', { retryAfter: RETRY_SECONDS });
      if (asked === 'ABSENT' && checkout.status === 'PENDING')
        await this.prepare(await this.byId(checkout.id), false);
    }
    return this.view(await this.byId(checkout.id));
  }

  async view(checkout: CheckoutRecord, language = currentLanguage()): Promise<PublicCheckoutDto> {
    const bank = await this.directory.bankByCode(checkout.bank_code);
    return checkoutView(checkout, bank, { clock: this.clock, tokens: this.tokens, language });
  }

  private async prepare(checkout: CheckoutRecord, isNew: boolean): Promise<void> {
    if (isNew || (checkout.bank_state === 'FAILED' && (await this.takeOver(checkout))))
      await this.bank.place(checkout);
    else if (checkout.bank_state === 'PENDING') await this.settled(checkout.id);
    else if (checkout.bank_state === 'UNKNOWN' && (await this.bank.ask(checkout)) === 'ABSENT')
      await this.prepare(await this.byId(checkout.id), false);
  }

  /** Of several who find that the bank was not reached, one tries again. */
  private async takeOver(checkout: CheckoutRecord): Promise<boolean> {
    const taken = await this.database.write(TAKE_OVER[checkout.method], [checkout.id]);
    if (taken.length === 0) await this.settled(checkout.id);
    return taken.length > 0;
  }

  private async settled(id: number): Promise<void> {
    for (let step = 0; step < WAIT_STEPS; step += 1) {
      if ((await this.byId(id)).bank_state !== 'PENDING') return;
      await pause(WAIT_STEP_MILLISECONDS);
    }
  }

  private async byId(id: number): Promise<CheckoutRecord> {
    const [checkout] = await checkoutsById(this.database, [id]);
    if (checkout === undefined) throw new Problem('intent.not_found');
    return checkout;
  }
}
