import { Injectable } from '@nestjs/common';
import { assessReading } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { CustomerReader } from '../customers';
import { QuoteTariff } from '../tariffs';
import { countedBefore } from './counted-before';
import type { PreviewReadingBody } from './dto/reading.request';
import type { ReadingContextDto, ReadingPreviewDto } from './dto/reading-context.dto';
import { GapQuotes, sumOf } from './gap-quotes.service';
import { observedStand } from './observed-stand';
import { customerNumberOf, readablePeriod } from './read-customer';
import { assertMayBeRead } from './readable-connection';
import { daysIn, loadBases, type CustomerBasis } from './reading-basis';
import { basisKey } from './reading-key';
import { periodParameter, ReadingQueries } from './reading.queries';
import { ReadingPrices } from './reading-prices';
import { readingProblem } from './refusals';
import { READING_SAYS } from './sentences';
import { TakenOverMonths } from './taken-over-months';

const SHOWN_PERIODS = 12;

/** What the reader sees before and while typing. Nothing is stored. */
@Injectable()
export class ReadingContextQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly customers: CustomerReader,
    private readonly readings: ReadingQueries,
    private readonly quotes: QuoteTariff,
    private readonly gaps: GapQuotes,
    private readonly takenOver: TakenOverMonths,
    private readonly prices: ReadingPrices,
  ) {}

  async context(rawNumber: string | undefined, rawPeriod: string | undefined): Promise<ReadingContextDto> {
    const usagePeriod = readablePeriod(periodParameter(rawPeriod), this.clock, '?period');
    const customer = await this.customers.byNumber(rawNumber ?? '');
    const [basis, existing] = await Promise.all([
      this.basis(customer.id, usagePeriod),
      this.readings.ofPeriod(customer.id, usagePeriod),
    ]);
    return {
      customer,
      meter: customer.meter,
      period: usagePeriod,
      ...countedBefore(basis, this.clock.zone),
      history: basis.history
        .slice(0, SHOWN_PERIODS)
        .map(({ period, usage, method, days }) => ({ period, usage_m3: usage, method, days })),
      existing,
    };
  }

  /** By what stands on the meter itself. @throws Problem customer.not_found unless exactly one meter in place has it */
  async ofMeter(typed: string, rawPeriod: string | undefined): Promise<ReadingContextDto> {
    const owners = await this.database.screen<{ customer_number: string }>(
      `SELECT c.customer_number FROM meter m JOIN pelanggan c ON c.id = m.customer_id
       WHERE m.removed_on IS NULL AND key_form(m.serial) = key_form($1) LIMIT 2`,
      [typed],
    );
    const [owner] = owners;
    if (owner === undefined || owners.length > 1)
      throw new Problem('customer.not_found', { detail: READING_SAYS.noSuchMeter });
    return this.context(owner.customer_number, rawPeriod);
  }

  /** What the typed stand would mean, with the bill it leads to. @throws Problem reading.negative, customer.state_conflict and the like */
  async preview(body: PreviewReadingBody): Promise<ReadingPreviewDto> {
    const usagePeriod = readablePeriod(body.period, this.clock, '/period');
    const now = this.clock.now();
    const observed = observedStand(body, { readAt: now, receivedAt: now, zone: this.clock.zone });
    const customerNumber = customerNumberOf(body.customer_number);
    const [customer] = await this.database.read<{ id: number }>(
      'SELECT id FROM pelanggan WHERE customer_number = $1',
      [customerNumber],
    );
    if (customer === undefined) throw new Problem('customer.not_found');
    const basis = await this.basis(customer.id, usagePeriod);
    await assertMayBeRead(this.database, basis, { usagePeriod, readAt: now });
    await this.takenOver.refuse(this.database, { customer_id: customer.id, period: usagePeriod });
    const result = assessReading(basis, observed, daysIn(this.clock.zone));
    if (!result.ok) throw readingProblem(result.reason, result.previousStand);
    const { usage, severity, reasons, meterSizeMm, ceiling, overestimated } = result.assessment;
    const { meterId, replacedMeterId, currentStand, rollover, method } = result.assessment;
    const months = basis.earlierUnverified
      ? []
      : ((await this.gaps.ofTyped(this.database, {
          id: 0,
          customer_id: customer.id,
          period: usagePeriod,
          current_stand: currentStand,
          meter_id: meterId,
          replaced_meter_id: replacedMeterId,
          rollover,
          read_on: observed.readOn,
          method,
          meterSizeMm,
        })) ?? []);
    const [category] = await this.prices.categories(this.database, [
      { customerId: customer.id, period: usagePeriod },
    ]);
    return {
      usage_m3: usage,
      ceiling_m3: ceiling,
      overestimated_m3: overestimated,
      anomalies: { severity, reasons: [...reasons] },
      quote: await this.quotes.quote({
        tariff_id: category ?? basis.tariffId,
        period: usagePeriod,
        usage_m3: months.at(-1)?.usage_m3 ?? usage,
        meter_size_mm: meterSizeMm,
      }),
      spread: { months: [...months], total: months.length === 0 ? null : sumOf(months) },
    };
  }

  private async basis(customerId: number, usagePeriod: string): Promise<CustomerBasis> {
    const key = { customer_id: customerId, period: usagePeriod };
    const basis = (await loadBases(this.database, [key], this.takenOver)).get(basisKey(key));
    if (basis === undefined) throw new Problem('customer.not_found');
    return basis;
  }
}
