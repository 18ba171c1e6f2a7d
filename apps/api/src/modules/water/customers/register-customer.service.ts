import { Injectable } from '@nestjs/common';
import { buildCustomerNumber } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { CustomerSequence } from '../../ground/regions';
import { PricedMeters } from '../tariffs';
import { writeHistory } from './customer-changes';
import type { NewMeterBody, RegisterCustomerBody } from './dto/customer.request';
import { NikVault } from './nik-vault';
import { refuseDuplicate, refuseField } from './refusals';
import { CUSTOMER_SAYS } from './sentences';

@Injectable()
export class RegisterCustomer {
  constructor(
    private readonly database: Database,
    private readonly sequence: CustomerSequence,
    private readonly nikVault: NikVault,
    private readonly clock: Clock,
    private readonly priced: PricedMeters,
  ) {}

  /**
   * A prospective customer (CALON) with a number and a meter.
   * @throws Problem customer.duplicate, region.not_found, route.not_found, tariff.not_found, meter.unpriced,
   *   customer.number_exhausted
   */
  execute(request: RegisterCustomerBody): Promise<number> {
    const installedOn = this.assertMeter(request.meter);
    return this.database.transaction(async (tx) => {
      await assertTariff(tx, request.tariff_id);
      await this.priced.assert(
        tx,
        { tariffId: request.tariff_id, sizeMm: request.meter.size_mm },
        '/meter/size_mm',
      );
      const place = await this.sequence.next(tx, request.region_id, request.route_id);
      const customerNumber = buildCustomerNumber({
        region: place.regionCode,
        route: place.routeCode,
        sequence: place.sequence,
      });
      const id = await this.insertCustomer(tx, customerNumber, request);
      await this.insertMeter(tx, id, request.meter, installedOn);
      await writeHistory(tx, id, [{ field: 'state', before: null, after: 'CALON' }], {
        at: this.clock.date(),
        userId: currentUserId(),
        reason: null,
      });
      await writeAudit(tx, {
        action: 'customer.registered',
        entityType: 'pelanggan',
        entityId: id,
        after: {
          customer_number: customerNumber,
          name: request.name,
          region_id: request.region_id,
          route_id: request.route_id,
          tariff_id: request.tariff_id,
          meter_serial: request.meter.serial,
        },
      });
      return id;
    });
  }

  private assertMeter(meter: NewMeterBody): string {
    const today = this.clock.businessDate();
    const installedOn = meter.installed_on ?? today;
    if (meter.installed_stand >= 10 ** meter.digits)
      refuseField('/meter/installed_stand', 'too_many_digits', CUSTOMER_SAYS.fewerDigits);
    if (installedOn > today) refuseField('/meter/installed_on', 'in_future', CUSTOMER_SAYS.notAfterToday);
    return installedOn;
  }

  private async insertCustomer(
    tx: Tx,
    customerNumber: string,
    request: RegisterCustomerBody,
  ): Promise<number> {
    const next = await tx.one<{ id: number }>(
      "SELECT nextval(pg_get_serial_sequence('pelanggan', 'id')) AS id",
    );
    const nik = this.nikVault.seal(next.id, request.nik ?? null);
    await tx
      .query(
        `INSERT INTO pelanggan (id, customer_number, name, address, phone, email, nik_encrypted, nik_index, region_id,
           route_id, tariff_id, state, registered_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'CALON', $12)`,
        [
          next.id,
          customerNumber,
          request.name,
          request.address,
          request.phone ?? null,
          request.email ?? null,
          nik.encrypted,
          nik.index,
          request.region_id,
          request.route_id,
          request.tariff_id,
          this.clock.date(),
        ],
      )
      .catch(refuseDuplicate);
    return next.id;
  }

  private async insertMeter(
    tx: Tx,
    customerId: number,
    meter: NewMeterBody,
    installedOn: string,
  ): Promise<void> {
    await tx
      .query(
        `INSERT INTO meter (customer_id, serial, digits, size_mm, installed_on, installed_stand)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [customerId, meter.serial, meter.digits, meter.size_mm, installedOn, meter.installed_stand],
      )
      .catch(refuseDuplicate);
  }
}

async function assertTariff(tx: Tx, tariffId: number): Promise<void> {
  const [tariff] = await tx.query('SELECT id FROM tarif WHERE id = $1 AND active FOR KEY SHARE', [tariffId]);
  if (tariff === undefined) throw new Problem('tariff.not_found');
}
