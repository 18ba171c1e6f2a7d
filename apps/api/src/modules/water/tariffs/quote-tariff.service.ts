import { Injectable } from '@nestjs/common';
import { composeBill, MissingMeterCharge, period, selectVersion, type ComposedBill } from '@tirtapay/domain';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { QuoteDto } from './dto/quote.dto';
import type { QuoteBody } from './dto/tariff.request';
import { TariffCatalogue, type CataloguedVersion } from './tariff-catalogue';
import { TARIFF_SAYS } from './sentences';

const HOUSEHOLD_METER_MM = 13;

/** What a usage would cost: the very calculation a bill goes through. */
@Injectable()
export class QuoteTariff {
  constructor(
    private readonly database: Database,
    private readonly catalogue: TariffCatalogue,
  ) {}

  /** @throws Problem tariff.not_found, bill.not_calculable when no version is in force or a charge is missing */
  async quote(request: QuoteBody): Promise<QuoteDto> {
    const versions = (await this.catalogue.versionsOf(this.database, [request.tariff_id])).get(
      request.tariff_id,
    );
    if (versions === undefined || versions.length === 0) await this.assertExists(request.tariff_id);
    const version = selectVersion(versions ?? [], period(request.period));
    if (version === null) throw new Problem('bill.not_calculable');
    const bill = compose(version, request);
    return {
      usage_m3: request.usage_m3,
      lines: bill.lines.map((line) => ({ ...line })),
      water_amount: bill.waterAmount,
      fixed_amount: bill.fixedAmount,
      total: bill.total,
      trace: [...bill.trace],
      tariff_version: { id: version.id, legal_basis: version.legalBasis, valid_from: version.validFrom },
    };
  }

  private async assertExists(tariffId: number): Promise<void> {
    const [tariff] = await this.database.read('SELECT id FROM tarif WHERE id = $1', [tariffId]);
    if (tariff === undefined) throw new Problem('tariff.not_found');
  }
}

function compose(version: CataloguedVersion, request: QuoteBody): ComposedBill {
  try {
    return composeBill({
      version,
      usage: request.usage_m3,
      meterSizeMm: request.meter_size_mm ?? HOUSEHOLD_METER_MM,
      period: period(request.period),
    });
  } catch (error) {
    if (error instanceof MissingMeterCharge)
      throw new Problem('bill.not_calculable', { detail: TARIFF_SAYS.noCharge(error) });
    throw error;
  }
}
