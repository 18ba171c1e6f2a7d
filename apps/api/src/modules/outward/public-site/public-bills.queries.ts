import { Injectable } from '@nestjs/common';
import {
  maskAddress,
  maskName,
  customerKey,
  periodName,
  totals,
  ZERO_RUPIAH,
  type Period,
} from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { CustomerNumbers } from '../../water/customers';
import { BILL_TITLE } from '../../water/billing';
import { CreditQueries, InquireBills, type InquiredBill } from '../../money/payment';
import type {
  PublicBillDto,
  PublicBillLineDto,
  PublicInquiryDto,
  PublicPaidDto,
  PublicUsageDto,
} from './public.dto';
import { PublicTokens } from '../../money/checkout';
import { PublicDisputes } from './disputes/public-disputes.service';
import { GuessWatch } from './guessing/guess-watch';
import { publicCorrections } from './public-corrections';
import { standInFor } from './guessing/stand-in';
import { PublicLimits } from './public-limits';

interface Sheet {
  id: number;
  water_amount: number;
  fixed_amount: number;
  estimated: boolean;
  sealed: boolean;
  overestimated_m3: number;
  /** null: no tariff of ours priced it */
  legal_basis: string | null;
  lines: PublicBillLineDto[];
}

/** Enough to say why a bill is high; the longer history asks for the digits of the meter. */
const COMPARED_MONTHS = 6;
const A_YEAR = 365 * 86_400_000;

/** What a customer sees of their own bills without logging in: everything about the money, little about the person. */
@Injectable()
export class PublicBills {
  constructor(
    private readonly database: Database,
    private readonly inquiries: InquireBills,
    private readonly numbers: CustomerNumbers,
    private readonly credit: CreditQueries,
    private readonly tokens: PublicTokens,
    private readonly watch: GuessWatch,
    private readonly limits: PublicLimits,
    private readonly doubts: PublicDisputes,
    private readonly clock: Clock,
  ) {}

  /**
   * @param digits the last digits of the meter, for when they are asked for
   * @throws Problem customer.not_found, the same for a wrong check digit and an unknown number; those of GuessWatch
   */
  async inquire(typed: string, digits?: string): Promise<PublicInquiryDto> {
    const key = customerKey(typed);
    if (key.kind === 'NEITHER') {
      await this.limits.look();
      throw new Problem('customer.not_found');
    }
    const number = key.kind === 'NUMBER' ? key.value : await this.numbers.ofLegacy(key.value);
    // Nobody's earlier number is watched as a number nearby is: they have no check digit, and are as easily counted up.
    if (number === null)
      return this.watch.over(standInFor(key.value), digits, () => {
        throw new Problem('customer.not_found');
      });
    const { token, expiresAt } = this.tokens.seal(number);
    return this.watch.over(number, digits, () => this.answer(number, token, expiresAt));
  }

  async byToken(token: string): Promise<PublicInquiryDto> {
    const { customerNumber, expiresAt } = this.tokens.open(token);
    return this.answer(customerNumber, token, expiresAt);
  }

  private async answer(customerNumber: string, token: string, expiresAt: number): Promise<PublicInquiryDto> {
    const { customer, bills } = await this.inquiries.open(customerNumber);
    const [sheets, usageHistory, lastPayment, credit, disputes] = await Promise.all([
      this.sheets(bills),
      this.usageHistory(customer.id),
      this.lastPayment(customer.id),
      this.credit.balance(customer.id),
      this.doubts.ofCustomer(customer.id),
    ]);
    const corrections = await publicCorrections(this.database, customer.id, {
      since: new Date(this.clock.now() - A_YEAR),
      shown: new Set([...bills, ...usageHistory].map(({ period }) => period)),
      text: (epoch) => this.clock.text(epoch),
    });
    const sums = totals(bills, ZERO_RUPIAH);
    return {
      token,
      expires_at: this.clock.text(expiresAt),
      customer: {
        customer_number: customerNumber,
        name: maskName(customer.name),
        address: maskAddress(customer.address),
        tariff_category: customer.tariffName,
      },
      bills: bills.map((bill) => sheetOf(bill, sheets.get(bill.id))),
      bill_amount: sums.billAmount,
      stamp_duty: sums.stampDuty,
      credit,
      corrections,
      disputes,
      usage_history: usageHistory,
      last_payment: lastPayment,
    };
  }

  private async sheets(bills: readonly InquiredBill[]): Promise<Map<number, Sheet>> {
    if (bills.length === 0) return new Map();
    const rows = await this.database.screen<Sheet>(
      `SELECT b.id, b.water_amount, b.fixed_amount, coalesce(r.method = 'ESTIMATED', false) AS estimated, coalesce(r.method = 'NONE', false) AS sealed,
         coalesce(r.overestimated_m3, 0) AS overestimated_m3, v.legal_basis,
         (SELECT json_agg(json_build_object('kind', l.kind, 'label', l.label, 'quantity', l.quantity, 'unit', l.unit, 'rate', l.rate, 'amount', l.amount) ORDER BY l.seq)
          FROM tagihan_rincian l WHERE l.bill_id = b.id) AS lines
       FROM tagihan b LEFT JOIN meter_reading r ON r.id = b.reading_id LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
       WHERE b.id = ANY($1)`,
      [bills.map((bill) => bill.id)],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async usageHistory(customerId: number): Promise<PublicUsageDto[]> {
    const rows = await this.database.screen<{
      period: string;
      usage_m3: number;
      principal: number;
      estimated: boolean;
    }>(
      `SELECT b.period, b.usage_m3, b.principal, r.method = 'ESTIMATED' AS estimated FROM tagihan b JOIN meter_reading r ON r.id = b.reading_id
       WHERE b.customer_id = $1 AND b.state IN ('ISSUED', 'PAID', 'REPLACED_BY') ORDER BY b.period DESC LIMIT ${String(COMPARED_MONTHS)}`,
      [customerId],
    );
    return rows.map((row) => ({ ...row, period_name: periodName(row.period as Period, 'id') }));
  }

  private async lastPayment(customerId: number): Promise<PublicPaidDto | null> {
    const [row] = await this.database.screen<{
      posted_at: Date;
      total_amount: number;
      paid_for: { period: string; title: string | null }[] | null;
    }>(
      `SELECT p.posted_at, p.amount + p.admin_fee AS total_amount,
         (SELECT json_agg(json_build_object('period', b.period, 'title', ${BILL_TITLE}) ORDER BY b.period, b.bill_number)
           FROM pembayaran_alokasi a JOIN tagihan b ON b.id = a.bill_id WHERE a.payment_id = p.id) AS paid_for
       FROM pembayaran p WHERE p.customer_id = $1 AND p.kind = 'PAYMENT' AND NOT EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id)
       ORDER BY p.posted_at DESC LIMIT 1`,
      [customerId],
    );
    if (row === undefined) return null;
    return {
      period_names: (row.paid_for ?? []).map(
        ({ period, title }) => title ?? periodName(period as Period, 'id'),
      ),
      paid_at: this.clock.text(row.posted_at.getTime()),
      total_amount: row.total_amount,
    };
  }
}

function sheetOf(bill: InquiredBill, sheet: Sheet | undefined): PublicBillDto {
  const penalty = bill.penalty - bill.waiver;
  return {
    bill_number: bill.billNumber,
    period: bill.period,
    period_name: periodName(bill.period, 'id'),
    title: bill.title,
    previous_stand: bill.previousStand,
    current_stand: bill.currentStand,
    usage_m3: bill.usageM3,
    meter_change: bill.meterChange,
    overestimated_m3: sheet?.overestimated_m3 ?? 0,
    estimated: sheet?.estimated ?? false,
    sealed: sheet?.sealed ?? false,
    lines: sheet?.lines ?? [],
    water_amount: sheet?.water_amount ?? 0,
    fixed_amount: sheet?.fixed_amount ?? 0,
    principal: bill.principal,
    penalty,
    penalty_reason: bill.penaltyReason,
    waived: bill.waiver,
    waiver_programme: bill.waiverName,
    total: bill.principal + penalty,
    due_date: bill.dueDate,
    legal_basis: sheet?.legal_basis ?? null,
  };
}
