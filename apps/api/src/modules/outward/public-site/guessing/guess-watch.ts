import { Injectable } from '@nestjs/common';
import { lineOf, networkOf } from '@tirtapay/bank-protocol';
import { currentContext } from '../../../../platform/context';
import { Problem } from '../../../../platform/problem';
import { SecondFactor } from '../second-factor/second-factor';
import { AskedNumbers } from './asked-numbers';
import { GuessAlarm } from './guess-alarm';
import { looksLikeGuessing, positionOf, type RecentGuesses } from './guess-budget';
import { KnownNumbers } from './known-numbers';

/**
 * Stands before everything that answers whether somebody has a customer number. While numbers are being guessed nearby, it
 * asks for the last digits of the meter, whether or not anybody has the number; a household that asked from this line
 * before is let through, and so is whoever stands at the meter.
 */
@Injectable()
export class GuessWatch {
  constructor(
    private readonly asked: AskedNumbers,
    private readonly known: KnownNumbers,
    private readonly factor: SecondFactor,
    private readonly alarm: GuessAlarm,
  ) {}

  /**
   * Looks a well-formed number up, if the time allows it.
   * @param digits the last digits of the meter; not even read while nobody guesses
   * @param look fails with `customer.not_found` when nobody has the number
   * @throws Problem public.second_factor_required, public.second_factor_wrong, public.second_factor_locked
   */
  async over<T>(customerNumber: string, digits: string | undefined, look: () => Promise<T>): Promise<T> {
    const ip = currentContext()?.ip ?? '';
    const line = lineOf(ip);
    if (await this.known.knows(line, customerNumber)) return look();
    const row = await this.admit(customerNumber, networkOf(ip));
    if (row === null) await this.prove(customerNumber, digits);
    const answer = await this.counting(row, look);
    await this.known.remember(line, customerNumber);
    return answer;
  }

  /**
   * The row of a number that may be looked up freely, or null. The row is there before it is judged: of many that come at
   * once each counts those before it, so that together they gain nothing.
   */
  private async admit(customerNumber: string, network: string): Promise<number | null> {
    const position = positionOf(customerNumber);
    const before = await this.asked.recent(position, network);
    if (looksLikeGuessing(before)) return this.refuse(customerNumber, before);
    const row = await this.asked.add(position, network);
    const now = await this.asked.recent(position, network);
    if (!looksLikeGuessing(now)) return row;
    await this.asked.takeBack(row);
    return this.refuse(customerNumber, now);
  }

  private async refuse(customerNumber: string, recent: RecentGuesses): Promise<null> {
    await this.alarm.raise(customerNumber, recent);
    return null;
  }

  private async prove(customerNumber: string, digits: string | undefined): Promise<void> {
    if (digits === undefined) throw new Problem('public.second_factor_required');
    await this.factor.prove(customerNumber, digits, 'BILLS');
  }

  private async counting<T>(row: number | null, look: () => Promise<T>): Promise<T> {
    try {
      return await look();
    } catch (error) {
      if (row !== null && error instanceof Problem && error.code === 'customer.not_found')
        await this.asked.markMissed(row);
      throw error;
    }
  }
}
