import { Injectable } from '@nestjs/common';
import { addMonths, periodOfDate, type Period } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { SealedMonths } from '../meter-reading';
import type { SealedLeftDto } from './dto/bill-run.dto';

/** How far back somebody still asks for a month. */
const MONTHS_BACK = 12;

// A run that came before its month was over could not charge its sealed connections yet.
const RUN_EARLY = `SELECT DISTINCT p.period FROM penetapan p
  WHERE p.period >= $1 AND p.period < $2
    AND p.finished_at < ((p.period || '-01')::date + interval '1 month') AT TIME ZONE $3
  ORDER BY 1 DESC`;

/** Months that are over, were run before that, and whose sealed connections wait for one more run. */
@Injectable()
export class SealedLeft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealedMonths: SealedMonths,
  ) {}

  async months(): Promise<SealedLeftDto[]> {
    const running = periodOfDate(this.clock.businessDate());
    const early = await this.database.screen<{ period: Period }>(RUN_EARLY, [
      addMonths(running, -MONTHS_BACK),
      running,
      this.clock.zone,
    ]);
    const left: SealedLeftDto[] = [];
    for (const { period } of early) {
      const groups = await this.sealedMonths.groups({ period, region_id: null, tariff_id: null });
      const connections = groups.reduce((sum, group) => sum + group.connections, 0);
      if (connections > 0) left.push({ period, connections });
    }
    return left;
  }
}
