import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addMonths, periodOfDate } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Calendar } from '../../../platform/jobs';

/** A quarter says what a category uses, and stays one index range at a million customers. */
const MEASURED_PERIODS = 3;

/** Keeps the usual usage of each tariff category, so that recording a reading never has to look at all of them. */
@Injectable()
export class MeasureCategoryUsage implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  onModuleInit(): void {
    this.calendar.daily({ name: 'category-usage', at: '00:30', work: () => this.measure() });
  }

  /** A period counts as at least 30 days, as in the ceiling that follows from it. */
  async measure(): Promise<void> {
    const from = addMonths(periodOfDate(this.clock.businessDate()), -MEASURED_PERIODS);
    await this.database.writeAside(
      `INSERT INTO pemakaian_golongan (tariff_id, readings, mean_m3, top_m3, measured_at)
       SELECT c.tariff_id, count(*), avg(r.monthly), percentile_cont(0.999) WITHIN GROUP (ORDER BY r.monthly), $2
       FROM (SELECT customer_id, (usage_m3 * 30.0 / greatest(days, 30))::float8 AS monthly FROM meter_reading
             WHERE period >= $1 AND status = 'VERIFIED' AND method = 'ACTUAL') r
       JOIN pelanggan c ON c.id = r.customer_id
       GROUP BY c.tariff_id ORDER BY c.tariff_id
       ON CONFLICT (tariff_id) DO UPDATE SET readings = excluded.readings, mean_m3 = excluded.mean_m3,
         top_m3 = excluded.top_m3, measured_at = excluded.measured_at`,
      [from, this.clock.date()],
    );
  }
}
