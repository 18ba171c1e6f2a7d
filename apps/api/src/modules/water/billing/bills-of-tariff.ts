import { Injectable } from '@nestjs/common';
import type { Period } from '@tirtapay/domain';
import { Database, type Tx } from '../../../platform/database';
import type { TariffBills } from '../tariffs';
import { DraftBills } from './draft-bills.service';

const VERSIONS = '(SELECT v.id FROM tarif_versi v WHERE v.tariff_id = $1)';
const OF_TARIFF = `b.tariff_version_id IN ${VERSIONS}`;
const ISSUED = 'b.period >= $2 AND b.period <= $3 AND b.issued_at IS NOT NULL';
// Also what a correction priced by the category, when its bill went out by another.
const NEWEST = `
  SELECT max(billed.period) AS period FROM (
    (SELECT b.period FROM tagihan b WHERE ${ISSUED} AND ${OF_TARIFF} ORDER BY b.period DESC LIMIT 1)
    UNION ALL
    (SELECT b.period FROM koreksi_tagihan k JOIN tagihan b ON b.id = k.bill_id
      WHERE k.tariff_version_id IN ${VERSIONS} AND ${ISSUED} ORDER BY b.period DESC LIMIT 1)) billed`;
const CUSTOMERS = `SELECT FROM pelanggan c WHERE c.id IN (SELECT b.customer_id FROM tagihan b
    WHERE b.state = 'DRAFT' AND b.kind = 'WATER' AND b.period >= $2 AND ${OF_TARIFF}) ORDER BY c.id FOR NO KEY UPDATE`;
const WAITING = `SELECT b.id, b.reading_id FROM tagihan b WHERE b.state = 'DRAFT' AND b.kind = 'WATER' AND b.period >= $2 AND ${OF_TARIFF}
  ORDER BY b.id FOR NO KEY UPDATE OF b`;

/** What is billed by the versions of a category. */
@Injectable()
export class BillsOfTariff implements TariffBills {
  constructor(private readonly drafting: DraftBills) {}

  async newestIssued(
    source: Tx | Database,
    tariffId: number,
    from: Period,
    running: Period,
  ): Promise<Period | null> {
    const values = [tariffId, from, running];
    const [row] =
      source instanceof Database
        ? await source.screen<{ period: Period | null }>(NEWEST, values)
        : await source.query<{ period: Period | null }>(NEWEST, values);
    return row?.period ?? null;
  }

  async hold(tx: Tx, tariffId: number, from: Period): Promise<void> {
    // Customers first, as issuing does; then whoever drafts or issues waits, and whoever was at it has ended.
    await tx.query(CUSTOMERS, [tariffId, from]);
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('tarif_versi'))");
    await tx.query(CUSTOMERS, [tariffId, from]);
  }

  async redraft(tx: Tx, tariffId: number, from: Period): Promise<number> {
    const drafts = await tx.query<{ id: number; reading_id: number }>(WAITING, [tariffId, from]);
    if (drafts.length > 0) await this.drafting.redraft(tx, drafts, tariffId);
    return drafts.length;
  }
}
