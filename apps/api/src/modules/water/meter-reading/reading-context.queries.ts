import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { CustomerQueries } from '../customers';
import { QuoteTariff } from '../tariffs';
import { assessReading, previousStandOf, replacementOf } from './assess-reading';
import type { PreviewReadingBody } from './dto/reading.request';
import type { ReadingContextResponse, ReadingPreviewResponse } from './dto/reading-context.response';
import { observedStand } from './observed-stand';
import { customerNumberOf, readablePeriod } from './read-customer';
import { basisKey, loadBases, type ReadingBasis } from './reading-basis';
import { periodParameter, ReadingQueries } from './reading.queries';
import { standProblem } from './refusals';

const SHOWN_PERIODS = 12;

/** What the reader sees before and while typing. Nothing is stored. */
@Injectable()
export class ReadingContextQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly customers: CustomerQueries,
    private readonly readings: ReadingQueries,
    private readonly quotes: QuoteTariff,
  ) {}

  async context(
    rawNumber: string | undefined,
    rawPeriod: string | undefined,
  ): Promise<ReadingContextResponse> {
    const usagePeriod = readablePeriod(periodParameter(rawPeriod), this.clock, '?period');
    const customer = await this.customers.byNumber(rawNumber ?? '');
    const [basis, existing] = await Promise.all([
      this.basis(customer.id, usagePeriod),
      this.readings.ofPeriod(customer.id, usagePeriod),
    ]);
    const stand = previousStandOf(basis, this.clock.zone);
    const last = basis.history[0];
    return {
      customer,
      meter: customer.meter,
      period: usagePeriod,
      previous:
        stand === null ? null : { stand, period: last?.period ?? null, usage_m3: last?.usage ?? null },
      replacement: replacementOf(basis, this.clock.zone),
      history: basis.history
        .slice(0, SHOWN_PERIODS)
        .map(({ period, usage, method, days }) => ({ period, usage_m3: usage, method, days })),
      existing,
    };
  }

  /** What the typed stand would mean, with the bill it leads to. @throws Problem reading.negative and the like */
  async preview(body: PreviewReadingBody): Promise<ReadingPreviewResponse> {
    const usagePeriod = readablePeriod(body.period, this.clock, '/period');
    const observed = observedStand(body, this.clock.businessDate());
    const customerNumber = customerNumberOf(body.customer_number);
    const [customer] = await this.database.read<{ id: number }>(
      'SELECT id FROM pelanggan WHERE customer_number = $1',
      [customerNumber],
    );
    if (customer === undefined) throw new Problem('customer.not_found');
    const basis = await this.basis(customer.id, usagePeriod);
    const result = assessReading(basis, observed, this.clock.zone);
    if (!result.ok) throw standProblem(result.reason, result.previousStand);
    const { usage, severity, reasons, meterSizeMm } = result.assessment;
    return {
      usage_m3: usage,
      anomalies: { severity, reasons: [...reasons] },
      quote: await this.quotes.quote({
        tariff_id: basis.tariff_id,
        period: usagePeriod,
        usage_m3: usage,
        meter_size_mm: meterSizeMm,
      }),
    };
  }

  private async basis(customerId: number, usagePeriod: string): Promise<ReadingBasis> {
    const key = { customer_id: customerId, period: usagePeriod };
    const basis = (await loadBases(this.database, [key])).get(basisKey(key));
    if (basis === undefined) throw new Problem('customer.not_found');
    return basis;
  }
}
