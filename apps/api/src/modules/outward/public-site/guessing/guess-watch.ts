import { Injectable } from '@nestjs/common';
import { networkOf } from '@tirtapay/bank-protocol';
import { asksForProof, positionOf, type Acquaintance, type RecentLookUps } from '@tirtapay/domain';
import { currentContext } from '../../../../platform/context';
import { Problem } from '../../../../platform/problem';
import { PublicLimits } from '../public-limits';
import { SecondFactor } from '../second-factor/second-factor';
import { AskedNumbers, type Asked } from './asked-numbers';
import { GuessAlarm } from './guess-alarm';
import { KnownNumbers } from './known-numbers';
import { NumberBudgets } from './number-budgets';

/** Whether a number may be shown freely, and the row that says it was asked for: none when it is there already. */
type Admission = { readonly free: false } | { readonly free: true; readonly row: number | null };

const REFUSED: Admission = { free: false };

/**
 * Stands before everything that answers whether somebody has a customer number. While numbers are being guessed nearby, it
 * asks for the last digits of the meter, whether or not anybody has the number; a household that asked from this line
 * before is let through, and so is whoever stands at the meter.
 */
@Injectable()
export class GuessWatch {
  constructor(
    private readonly limits: PublicLimits,
    private readonly asked: AskedNumbers,
    private readonly known: KnownNumbers,
    private readonly budgets: NumberBudgets,
    private readonly factor: SecondFactor,
    private readonly alarm: GuessAlarm,
  ) {}

  /**
   * Looks a well-formed number up, if the time allows it.
   * @param digits the last digits of the meter; not even read while nobody guesses
   * @param look fails with `customer.not_found` when nobody has the number
   * @throws Problem request.rate_limited, public.second_factor_required, public.second_factor_wrong,
   * public.second_factor_locked
   */
  async over<T>(customerNumber: string, digits: string | undefined, look: () => Promise<T>): Promise<T> {
    const ip = currentContext()?.ip ?? '';
    const acquaintance = await this.known.acquaintance(ip, customerNumber);
    await (acquaintance === 'LINE' ? this.limits.lookAgain(customerNumber) : this.limits.look());
    const admission = await this.admit(customerNumber, acquaintance, ip);
    if (!admission.free) await this.prove(customerNumber, digits);
    const answer = await this.counting(admission.free ? admission.row : null, look);
    await this.known.remember(ip, customerNumber);
    return answer;
  }

  /**
   * The row is there before it is judged: of many that come at once each counts those before it, so that together they
   * gain nothing. What a network was answered within the window costs it nothing to ask again.
   */
  private async admit(customerNumber: string, acquaintance: Acquaintance, ip: string): Promise<Admission> {
    const one: Asked = {
      position: positionOf(customerNumber),
      network: networkOf(ip),
      known: acquaintance !== 'NOBODY',
    };
    const before = await this.asked.recent(one);
    if (before.again && acquaintance === 'LINE') return { free: true, row: null };
    if (asksForProof(acquaintance, before)) return this.refuse(customerNumber, before);
    if (before.again) return { free: true, row: null };
    if (!(await this.budgets.admit(acquaintance, ip))) return this.refuse(customerNumber, before);
    const row = await this.asked.add(one);
    const now = await this.asked.recent(one);
    if (!asksForProof(acquaintance, now)) return { free: true, row };
    await this.asked.takeBack(row);
    return this.refuse(customerNumber, now);
  }

  private async refuse(customerNumber: string, recent: RecentLookUps): Promise<Admission> {
    await this.alarm.raise(customerNumber, recent);
    return REFUSED;
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
