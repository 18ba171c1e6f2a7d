import { Injectable } from '@nestjs/common';
import { PPOB_SERVICES, type PpobServiceCode } from '@tirtapay/domain';
import { currentLanguage } from '../../../../platform/context';
import { Database } from '../../../../platform/database';
import type { PpobPriceDto, PpobServiceDto } from './sale.dto';

/** What is sold, and for how much. */
@Injectable()
export class ServiceQueries {
  constructor(private readonly database: Database) {}

  async services(): Promise<PpobServiceDto[]> {
    const rows = await this.database.screen<{
      code: PpobServiceCode;
      name: string;
      admin_fee: number;
      active: boolean;
    }>('SELECT code, name, admin_fee, active FROM services ORDER BY id');
    const language = currentLanguage();
    return rows.map(({ code, ...row }) => ({
      service_code: code,
      ...row,
      fields: PPOB_SERVICES[code].fields.map(({ name, kind, label }) => ({
        name,
        kind,
        label: label[language],
      })),
    }));
  }

  prices(): Promise<PpobPriceDto[]> {
    return this.database.screen<PpobPriceDto & object>(
      `SELECT s.code AS service_code, p.variant, p.price, s.admin_fee FROM ppob_produk p JOIN services s ON s.id = p.service_id
       WHERE p.active AND s.active ORDER BY s.id, p.variant, p.price`,
    );
  }
}
