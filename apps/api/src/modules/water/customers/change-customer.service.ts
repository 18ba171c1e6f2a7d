import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database, type Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { PricedMeters } from '../tariffs';
import { forAudit, writeHistory, type FieldChange } from './customer-changes';
import type { ChangeCustomerBody } from './dto/customer.request';
import { lockCustomer, type LockedCustomer } from './locked-customer';
import { NikVault, type SealedNik } from './nik-vault';
import { refuseDuplicate } from './refusals';

/** Shown instead of a NIK: that it changed is history, what it was is nobody's business. */
const HIDDEN = '***';

@Injectable()
export class ChangeCustomer {
  constructor(
    private readonly database: Database,
    private readonly nikVault: NikVault,
    private readonly clock: Clock,
    private readonly priced: PricedMeters,
    private readonly events: DomainEvents,
  ) {}

  /** @throws Problem customer.not_found, version.conflict, customer.duplicate, tariff.not_found, meter.unpriced */
  execute(id: number, change: ChangeCustomerBody): Promise<void> {
    return this.database.transaction(async (tx) => {
      const current = await lockCustomer(tx, id, change.version);
      const nik = change.nik === undefined ? null : this.nikVault.seal(id, change.nik);
      const next = merge(current, change);
      const tariffCode =
        next.tariff_id === current.tariff_id ? current.tariff_code : await tariffCodeOf(tx, next.tariff_id);
      const changes = differences(current, { ...next, tariff_code: tariffCode }, nik);
      if (changes.length === 0) return;
      if (next.tariff_id !== current.tariff_id && current.meter_size_mm !== null)
        await this.priced.assert(
          tx,
          { tariffId: next.tariff_id, sizeMm: current.meter_size_mm },
          '/tariff_id',
        );
      await tx
        .query(
          `UPDATE pelanggan SET name = $2, address = $3, phone = $4, email = $5, tariff_id = $6, version = version + 1,
             nik_encrypted = CASE WHEN $7 THEN $8 ELSE nik_encrypted END,
             nik_index = CASE WHEN $7 THEN $9::bytea ELSE nik_index END
           WHERE id = $1`,
          [
            id,
            next.name,
            next.address,
            next.phone,
            next.email,
            next.tariff_id,
            nik !== null,
            nik?.encrypted ?? null,
            nik?.index ?? null,
          ],
        )
        .catch(refuseDuplicate);
      await writeHistory(tx, id, changes, {
        at: this.clock.date(),
        userId: currentUserId(),
        reason: change.reason ?? null,
      });
      await writeAudit(tx, {
        action: 'customer.changed',
        entityType: 'pelanggan',
        entityId: id,
        before: forAudit(changes, 'before'),
        after: forAudit(changes, 'after'),
      });
      if (next.tariff_id !== current.tariff_id)
        await this.events.raise(tx, 'customer.recategorised', { customerId: id });
    });
  }
}

type Profile = Pick<LockedCustomer, 'name' | 'address' | 'phone' | 'email' | 'tariff_id'>;

/** Left out keeps, null empties. */
function merge(current: LockedCustomer, change: ChangeCustomerBody): Profile {
  return {
    name: change.name ?? current.name,
    address: change.address ?? current.address,
    phone: change.phone === undefined ? current.phone : change.phone,
    email: change.email === undefined ? current.email : change.email,
    tariff_id: change.tariff_id ?? current.tariff_id,
  };
}

function differences(
  current: LockedCustomer,
  next: Omit<Profile, 'tariff_id'> & { readonly tariff_code: string },
  nik: SealedNik | null,
): FieldChange[] {
  const fields = [
    { field: 'name', before: current.name, after: next.name },
    { field: 'address', before: current.address, after: next.address },
    { field: 'phone', before: current.phone, after: next.phone },
    { field: 'email', before: current.email, after: next.email },
    { field: 'tariff', before: current.tariff_code, after: next.tariff_code },
  ].filter(({ before, after }) => before !== after);
  if (nik === null || sameIndex(current.nik_index, nik.index)) return fields;
  return [
    ...fields,
    {
      field: 'nik',
      before: current.nik_index === null ? null : HIDDEN,
      after: nik.index === null ? null : HIDDEN,
    },
  ];
}

function sameIndex(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}

async function tariffCodeOf(tx: Tx, tariffId: number): Promise<string> {
  const [tariff] = await tx.query<{ code: string }>(
    'SELECT code FROM tarif WHERE id = $1 AND active FOR KEY SHARE',
    [tariffId],
  );
  if (tariff === undefined) throw new Problem('tariff.not_found');
  return tariff.code;
}

declare module '../../../platform/events/domain-events' {
  interface DomainEventMap {
    /** Of another category from the running month on; the customer is locked. */
    'customer.recategorised': { readonly customerId: number };
  }
}
