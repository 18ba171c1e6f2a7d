import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Clock } from '../../../platform/clock';
import { currentLanguage } from '../../../platform/context';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { BankDirectory } from '../../bank-gateway/registry';
import { PublicTokens } from './public-token';
import type { PublicIntentDto } from './checkout.dto';
import { intentByToken, intentsById, type IntentRecord } from './checkout-record';
import { intentView } from './checkout-view';
import { IntentBank } from './checkout-bank.service';
import { OpenIntent, type IntentWish } from './open-checkout.service';

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
export class CheckOut {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly opening: OpenIntent,
    private readonly bank: IntentBank,
    private readonly directory: BankDirectory,
    private readonly tokens: PublicTokens,
  ) {}

  /** @throws Problem bank.unreachable when the bank has not answered; asking again continues the same checkout */
  async begin(wish: IntentWish): Promise<PublicIntentDto> {
    const { id, isNew } = await this.opening.open(wish);
    await this.prepare(await this.byId(id), isNew);
    const intent = await this.byId(id);
    if (intent.closed_reason === 'BANK_REFUSED') throw new Problem('intent.method_unavailable');
    if (intent.status === 'PENDING' && intent.bank_state !== 'DONE')
      throw new Problem('bank.unreachable', { retryAfter: RETRY_SECONDS });
    return this.view(intent);
  }

  async byToken(token: string): Promise<IntentRecord> {
    const intent = await intentByToken(this.database, token);
    if (intent === null) throw new Problem('intent.not_found');
    return intent;
  }

  /**
   * The payer says they have paid: the bank is asked, whatever it last said.
   * @throws Problem bank.unreachable when it gives no usable answer: "not paid" would be a guess
   */
  async recheck(intent: IntentRecord): Promise<PublicIntentDto> {
    if (intent.bank_state !== 'FAILED' && (intent.status === 'PENDING' || intent.status === 'EXPIRED')) {
      const asked = await this.bank.ask(intent);
      if (asked === 'UNKNOWN' || asked === 'UNNAMED')
        throw new Problem('bank.unreachable', { retryAfter: RETRY_SECONDS });
      if (asked === 'ABSENT' && intent.status === 'PENDING')
        await this.prepare(await this.byId(intent.id), false);
    }
    return this.view(await this.byId(intent.id));
  }

  async view(intent: IntentRecord, language = currentLanguage()): Promise<PublicIntentDto> {
    const bank = await this.directory.bankByCode(intent.bank_code);
    return intentView(intent, bank, { clock: this.clock, tokens: this.tokens, language });
  }

  private async prepare(intent: IntentRecord, isNew: boolean): Promise<void> {
    if (isNew || (intent.bank_state === 'FAILED' && (await this.takeOver(intent))))
      await this.bank.place(intent);
    else if (intent.bank_state === 'PENDING') await this.settled(intent.id);
    else if (intent.bank_state === 'UNKNOWN' && (await this.bank.ask(intent)) === 'ABSENT')
      await this.prepare(await this.byId(intent.id), false);
  }

  /** Of several who find that the bank was not reached, one tries again. */
  private async takeOver(intent: IntentRecord): Promise<boolean> {
    const taken = await this.database.write(TAKE_OVER[intent.method], [intent.id]);
    if (taken.length === 0) await this.settled(intent.id);
    return taken.length > 0;
  }

  private async settled(id: number): Promise<void> {
    for (let step = 0; step < WAIT_STEPS; step += 1) {
      if ((await this.byId(id)).bank_state !== 'PENDING') return;
      await pause(WAIT_STEP_MILLISECONDS);
    }
  }

  private async byId(id: number): Promise<IntentRecord> {
    const [intent] = await intentsById(this.database, [id]);
    if (intent === undefined) throw new Problem('intent.not_found');
    return intent;
  }
}
