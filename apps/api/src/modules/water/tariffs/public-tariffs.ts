import { Injectable } from '@nestjs/common';
import { lineOf } from '@tirtapay/bank-protocol';
import { periodOfDate } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { currentContext } from '../../../platform/context';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { RateLimiter, type Limit } from '../../../platform/security';
import type { PublicQuoteBody, PublicTariffDto } from './dto/public-tariff.dto';
import type { QuoteDto } from './dto/quote.dto';
import { QuoteTariff } from './quote-tariff.service';

/** Mobile networks put a whole quarter behind one address; prices are no secret. */
const PER_ADDRESS: Limit = { name: 'public-tariff', points: 600, seconds: 60 };

@Injectable()
export class PublicTariffs {
  constructor(
    private readonly database: Database,
    private readonly quotes: QuoteTariff,
    private readonly limiter: RateLimiter,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<PublicTariffDto[]> {
    await this.limiter.consume(PER_ADDRESS, lineOf(currentContext()?.ip ?? ''));
    return this.database.screen<PublicTariffDto>(
      `SELECT t.code, t.name, t.kelompok FROM tarif t WHERE t.active
         AND EXISTS (SELECT FROM tarif_versi v WHERE v.tariff_id = t.id AND v.status = 'ACTIVE' AND v.valid_from <= $1)
       ORDER BY t.kelompok, t.code`,
      [periodOfDate(this.clock.businessDate())],
    );
  }

  async quote({ tariff_code: code, ...usage }: PublicQuoteBody): Promise<QuoteDto> {
    await this.limiter.consume(PER_ADDRESS, lineOf(currentContext()?.ip ?? ''));
    const [tariff] = await this.database.screen<{ id: number }>(
      'SELECT id FROM tarif WHERE code = $1 AND active',
      [code],
    );
    if (tariff === undefined) throw new Problem('tariff.not_found');
    return this.quotes.quote({
      ...usage,
      tariff_id: tariff.id,
      period: periodOfDate(this.clock.businessDate()),
    });
  }
}
