import { Injectable } from '@nestjs/common';
import {
  composeBill,
  countsBlind,
  usageFormula,
  type BusinessDate,
  type CollectionChannel,
  type MeterChange,
  type Period,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database } from '../../../../platform/database';
import { listAll, listPage, type FixedCondition, type ListParameters } from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import { OPENING_STANDS } from '../../../water/billing';
import { placesAsked } from '../../../water/customers';
import { meterChangeOf } from '../../../water/meter-reading';
import { TariffCatalogue } from '../../../water/tariffs';
import { billList } from './bill.list';
import type {
  BillDetailDto,
  BillReader,
  BillRunScope,
  BillSumDto,
  BillLineDto,
  BillPageDto,
  BillPaymentDto,
  BillDto,
  PenaltyEntryDto,
} from '../../../water/billing';

interface Calculation {
  /** Of water only, as are the next ones. */
  version_id: number | null;
  meter_size_mm: number;
  legal_basis: string;
  valid_from: string;
  tariff_code: string;
  held_reason: string | null;
  replaces_id: number | null;
  replaced_by: number | null;
  pending_approval_id: number | null;
  corrected: boolean;
  opening: { principal: number; penalty: number } | null;
  meter_change: MeterChange | null;
  overestimated_m3: number;
  sealed: boolean;
}

/** Not what the own open shift of a cashier was paid for: it is still to be counted blind. Of one customer all is told. */
function blindTo({ customer_id: customerId }: ListParameters): FixedCondition[] {
  const { id, permissions } = currentStaff();
  return countsBlind(permissions) && customerId === undefined
    ? [
        {
          where: `coalesce((SELECT o.shift_id FROM pembayaran o WHERE o.id = b.paid_by)
            <> (SELECT o.id FROM shift_kas o WHERE o.cashier_id = $$ AND o.state = 'OPEN'), true)`,
          value: id,
        },
      ]
    : [];
}

@Injectable()
export class BillQueries implements BillReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly catalogue: TariffCatalogue,
  ) {}

  private list() {
    return billList((epoch) => this.clock.text(epoch), this.clock.businessDate());
  }

  async page(parameters: ListParameters, fixed: readonly FixedCondition[] = []): Promise<BillPageDto> {
    const { rest: asked, places } = await placesAsked(this.database, parameters);
    const { rest, versions } = await this.ofCategory(asked);
    const blind = blindTo(parameters);
    const list = this.list();
    // What others pay as well changes a sum as much as what one took oneself: to whoever counts blind none is told.
    return listPage(this.database, blind.length > 0 ? { ...list, sums: {} } : list, rest, [
      ...fixed,
      ...places,
      ...versions,
      ...(fixed.length > 0 ? [] : blind),
    ]);
  }

  /** The versions of a category by name: how many bills each has is known then, and hardly any are looked for as such. */
  private async ofCategory(
    parameters: ListParameters,
  ): Promise<{ rest: ListParameters; versions: FixedCondition[] }> {
    const { tariff_id: tariffId, ...rest } = parameters;
    // Whatever is no number is refused where all filters are.
    if (typeof tariffId !== 'string' || !/^[0-9]{1,15}$/.test(tariffId))
      return { rest: parameters, versions: [] };
    const found = await this.database.list<{ id: number }>(
      'SELECT id FROM tarif_versi WHERE tariff_id = $1',
      [tariffId],
    );
    return {
      rest,
      versions: [
        {
          where: `(b.tariff_version_id = ANY ($$::bigint[]) OR b.tariff_id = ${tariffId})`,
          value: found.map(({ id }) => id),
        },
      ],
    };
  }

  all(parameters: ListParameters): AsyncGenerator<BillDto> {
    return listAll(this.database, this.list(), parameters, blindTo(parameters));
  }

  async issued({ period, region_id: regionId, tariff_id: tariffId }: BillRunScope): Promise<BillSumDto> {
    const [row] = await this.database.screen<BillSumDto & object>(
      `SELECT coalesce(sum(issued), 0)::bigint AS count, coalesce(sum(usage_m3), 0)::bigint AS usage_m3,
         coalesce(sum(issued_amount), 0)::bigint AS amount
       FROM rekening_periode WHERE period = $1 AND ($2::bigint IS NULL OR region_id = $2) AND ($3::bigint IS NULL OR tariff_id = $3)`,
      [period, regionId, tariffId],
    );
    return row ?? { count: 0, usage_m3: 0, amount: 0 };
  }

  async byId(id: number): Promise<BillDetailDto> {
    const [{ data }, lines, calculation, penaltyEntries, payment] = await Promise.all([
      this.page({}, [{ where: 'b.id = $$', value: id }]),
      this.lines(id),
      this.calculation(id),
      this.penaltyEntries(id),
      this.payment(id),
    ]);
    const bill = data[0];
    if (bill === undefined || calculation === undefined) throw new Problem('bill.not_found');
    return {
      ...bill,
      lines,
      trace: await this.trace(bill, calculation),
      held_reason: calculation.held_reason,
      replaces_id: calculation.replaces_id,
      replaced_by: calculation.replaced_by,
      pending_approval_id: calculation.pending_approval_id,
      corrected: calculation.corrected,
      opening: calculation.opening,
      tariff_version:
        calculation.version_id === null
          ? null
          : {
              id: calculation.version_id,
              legal_basis: calculation.legal_basis,
              valid_from: calculation.valid_from,
              tariff_code: calculation.tariff_code,
            },
      penalty_entries: penaltyEntries,
      meter_change: calculation.meter_change,
      overestimated_m3: calculation.overestimated_m3,
      payment,
    };
  }

  private lines(id: number): Promise<BillLineDto[]> {
    return this.database.screen<BillLineDto & object>(
      'SELECT kind, code, label, quantity, unit, rate, amount, formula FROM tagihan_rincian WHERE bill_id = $1 ORDER BY seq',
      [id],
    );
  }

  private async calculation(id: number): Promise<Calculation | undefined> {
    const [row] = await this.database.screen<Calculation & object>(
      `SELECT b.held_reason, b.replaces_id, (SELECT n.id FROM tagihan n WHERE n.replaces_id = b.id) AS replaced_by,
         (SELECT a.id FROM persetujuan a WHERE a.entity_type = 'tagihan' AND a.entity_id = b.id AND a.status = 'PENDING'
           ORDER BY a.id LIMIT 1) AS pending_approval_id,
         EXISTS (SELECT FROM koreksi_tagihan k WHERE k.bill_id = b.id) AS corrected,
         CASE WHEN b.kind = 'OPENING' THEN (SELECT jsonb_build_object('principal', s.principal, 'penalty', s.penalty)
           FROM (${OPENING_STANDS}) s) END AS opening,
         v.id AS version_id, b.meter_size_mm, v.legal_basis, v.valid_from, t.code AS tariff_code,
         ${meterChangeOf('b.reading_id')} AS meter_change, coalesce(r.overestimated_m3, 0) AS overestimated_m3,
         coalesce(r.method = 'NONE', false) AS sealed
       FROM tagihan b LEFT JOIN meter_reading r ON r.id = b.reading_id LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id LEFT JOIN tarif t ON t.id = v.tariff_id WHERE b.id = $1`,
      [id],
    );
    return row;
  }

  /** Worked out again from what is stored; a version in force never changes, so this is the bill's own calculation. */
  private async trace(bill: BillDto, calculation: Calculation): Promise<string[]> {
    if (calculation.version_id === null) return [];
    const version = await this.catalogue.version(this.database, calculation.version_id);
    if (version === null) return [];
    const stands = usageFormula(bill.previous_stand, bill.current_stand, calculation.meter_change);
    return [
      ...(stands === null ? [] : [stands]),
      ...composeBill({
        usage: bill.usage_m3,
        version,
        meterSizeMm: calculation.meter_size_mm,
        period: bill.period as Period,
        sealed: calculation.sealed,
      }).trace,
    ];
  }

  private penaltyEntries(id: number): Promise<PenaltyEntryDto[]> {
    return this.database.screen<PenaltyEntryDto & { as_of: BusinessDate }>(
      `SELECT e.as_of, e.amount, e.cumulative, k.name AS policy, e.trace
       FROM denda_rincian e JOIN kebijakan_denda k ON k.id = e.policy_id WHERE e.bill_id = $1 ORDER BY e.id`,
      [id],
    );
  }

  private async payment(id: number): Promise<BillPaymentDto | null> {
    const [row] = await this.database.screen<{
      id: number;
      receipt_number: string;
      channel: CollectionChannel;
      bank_name: string;
      posted_at: Date;
    }>(
      `SELECT p.id, r.receipt_number, p.channel, i.name AS bank_name, p.posted_at
       FROM tagihan b JOIN pembayaran p ON p.id = b.paid_by JOIN kwitansi r ON r.payment_id = p.id
       JOIN penerima i ON i.id = p.collector_id WHERE b.id = $1`,
      [id],
    );
    return row === undefined ? null : { ...row, posted_at: this.clock.text(row.posted_at.getTime()) };
  }
}
