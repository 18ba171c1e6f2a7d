import { Injectable } from '@nestjs/common';
import { periodOfDate, unpricedMeter, type UnpricedMeter } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import type { Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { TARIFF_SAYS } from './sentences';
import { TariffCatalogue } from './tariff-catalogue';

/** What a category lacks for a meter of a size; null when it can bill it. */
export type MissingPrice = (tariffId: number, sizeMm: number) => UnpricedMeter | null;

/** A meter nobody could bill is not put in: it would stop the bill of whoever has it on the day of the run. */
@Injectable()
export class PricedMeters {
  constructor(
    private readonly catalogue: TariffCatalogue,
    private readonly clock: Clock,
  ) {}

  /** Until the transaction ends no version of a tariff is decided. Customers are locked before it. */
  async of(tx: Tx, tariffIds: readonly number[]): Promise<MissingPrice> {
    await tx.query("SELECT pg_advisory_xact_lock_shared(hashtext('tarif_versi'))");
    const versions = await this.catalogue.versionsOf(tx, tariffIds);
    const running = periodOfDate(this.clock.businessDate());
    return (tariffId, sizeMm) => unpricedMeter(versions.get(tariffId) ?? [], sizeMm, running);
  }

  /** @throws Problem meter.unpriced with the charge that is missing, at the field the size or the category was given in */
  async assert(
    tx: Tx,
    { tariffId, sizeMm }: { readonly tariffId: number; readonly sizeMm: number },
    pointer: '/meter/size_mm' | '/tariff_id' | '/state',
  ): Promise<void> {
    const missing = (await this.of(tx, [tariffId]))(tariffId, sizeMm);
    if (missing === null) return;
    const { chargeCode, chargeLabel, validFrom } = missing;
    const message = TARIFF_SAYS.meterWithoutPrice({ chargeLabel, meterSizeMm: sizeMm }, validFrom);
    throw new Problem('meter.unpriced', {
      detail: message,
      members: { meter_size_mm: sizeMm, charge_code: chargeCode, valid_from: validFrom },
      errors: [{ pointer, code: 'size_without_price', message }],
    });
  }
}
