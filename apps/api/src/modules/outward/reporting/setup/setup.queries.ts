import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database';
import type { SetupDto, SetupStep } from './setup.dto';

const COUNT = `
  SELECT (SELECT count(*) FROM app_setting WHERE key = 'letterhead')::int AS letterhead,
    (SELECT count(*) FROM rute)::int AS regions,
    (SELECT count(DISTINCT tariff_id) FROM tarif_versi WHERE status = 'ACTIVE')::int AS tariffs,
    (SELECT count(DISTINCT role) FROM pengguna WHERE active AND role IN ('ADMIN_PDAM', 'MANAJER'))::int AS users,
    (SELECT count(*) FROM bank_integration WHERE environment = 'LIVE')::int AS bank,
    (SELECT count(*) FROM bank_integration WHERE environment <> 'LIVE')::int AS banks_not_live,
    (SELECT count(*) FROM (SELECT 1 FROM pelanggan LIMIT 1) p)::int AS customers,
    NOT EXISTS (SELECT FROM tagihan WHERE state IN ('ISSUED', 'PAID')) AS in_setup`;

type Counts = Readonly<Record<SetupStep, number>> & {
  readonly banks_not_live: number;
  readonly in_setup: boolean;
};

/** From how many on a step is done. */
const ENOUGH: Readonly<Record<SetupStep, number>> = {
  letterhead: 1,
  regions: 1,
  tariffs: 1,
  // somebody who prepares and somebody who decides
  users: 2,
  bank: 1,
  customers: 1,
};

/** What a new installation still needs before its first bill is paid. */
@Injectable()
export class SetupQueries {
  constructor(private readonly database: Database) {}

  async steps(): Promise<SetupDto> {
    const [counts] = await this.database.screen<Counts>(COUNT);
    const steps = (Object.keys(ENOUGH) as SetupStep[]).map((step) => ({
      step,
      done: (counts?.[step] ?? 0) >= ENOUGH[step],
    }));
    return {
      steps,
      done: steps.every((one) => one.done),
      banks_not_live: counts?.banks_not_live ?? 0,
      in_setup: counts?.in_setup ?? false,
    };
  }
}
