import { Injectable } from '@nestjs/common';
import { PPOB_SERVICES, variantOf, type PpobServiceCode } from '@tirtapay/domain';
import { currentLanguage } from '../../../../platform/context';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import type { PpobPriceDto, PpobServiceDto } from './sale.dto';

const HOLDS = 'f.effective_from <= $1 AND (f.effective_to IS NULL OR f.effective_to > $1)';

/** What is sold, and for how much. */
@Injectable()
export class ServiceQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async services(): Promise<PpobServiceDto[]> {
    const rows = await this.database.screen<{
      code: PpobServiceCode;
      name: string;
      admin_fee: number;
      active: boolean;
      version: number;
    }>(
      `SELECT s.code, s.name, f.admin_fee, s.active, s.version FROM services s JOIN ppob_biaya f ON f.service_id = s.id
       WHERE ${HOLDS} ORDER BY s.id`,
      [this.clock.date()],
    );
    const language = currentLanguage();
    return rows.map(({ code, ...row }) => ({
      service_code: code,
      ...row,
      fields: PPOB_SERVICES[code].fields.map(({ name, kind, label }) => ({
        name,
        kind,
        label: label[language],
      })),
      priced_by: PPOB_SERVICES[code].pricing.by,
      variant_of: [...variantOf(PPOB_SERVICES[code])],
      delivers: PPOB_SERVICES[code].delivers,
    }));
  }

  prices(): Promise<PpobPriceDto[]> {
    return this.database.screen<PpobPriceDto & object>(
      `SELECT s.code AS service_code, p.variant, p.price, f.admin_fee
       FROM ppob_produk p JOIN services s ON s.id = p.service_id JOIN ppob_biaya f ON f.service_id = s.id
       WHERE s.active AND ${HOLDS} AND p.effective_from <= $1 AND (p.effective_to IS NULL OR p.effective_to > $1)
       ORDER BY s.id, p.variant, p.price`,
      [this.clock.date()],
    );
  }
}
