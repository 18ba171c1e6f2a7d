import { Injectable } from '@nestjs/common';
import {
  endOfBusinessDay,
  isCustomerNumber,
  totals,
  type MeterChange,
  type PaymentTotals,
  type Rupiah,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { PolicyBook } from '../../../water/penalty';
import { meterChangeOf } from '../../../water/meter-reading';
import { InquiryTokens, type InquiryPromise } from './inquiry-token';
import { dueBill, type DueBill, type OpenBillRow } from './open-bills';

export interface InquiredCustomer {
  readonly id: number;
  readonly customerNumber: string;
  readonly name: string;
  readonly address: string;
  readonly tariffCode: string;
  readonly tariffName: string;
}

export interface InquiredBill extends DueBill {
  readonly usageM3: number;
  readonly previousStand: number;
  readonly currentStand: number;
  /** Usage over an exchange of meters; null for every other bill. */
  readonly meterChange: MeterChange | null;
}

export interface Inquiry {
  readonly customer: InquiredCustomer;
  /** Oldest first. */
  readonly bills: readonly InquiredBill[];
}

interface Row {
  id: number;
  customer_number: string;
  name: string;
  address: string;
  tariff_code: string;
  tariff_name: string;
  bills:
    | (OpenBillRow & {
        usage_m3: number;
        previous_stand: number;
        current_stand: number;
        meter_change: MeterChange | null;
      })[]
    | null;
}

const VALID_MILLISECONDS = 30 * 60_000;

const INQUIRE = `
  SELECT c.id, c.customer_number, c.name, c.address, t.code AS tariff_code, t.name AS tariff_name,
    (SELECT json_agg(json_build_object('id', b.id, 'bill_number', b.bill_number, 'period', b.period, 'tariff_code', coalesce(bt.code, ''), 'kind', b.kind, 'principal', b.principal,
        'disputed', b.disputed, 'due_date', b.due_date, 'penalty', coalesce(d.amount, 0), 'waived', coalesce(d.waived, 0),
        'usage_m3', b.usage_m3, 'previous_stand', b.previous_stand, 'current_stand', b.current_stand,
        'meter_change', ${meterChangeOf('b.reading_id')}) ORDER BY b.due_date, b.bill_number)
      FROM tagihan b LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id LEFT JOIN tarif bt ON bt.id = coalesce(v.tariff_id, b.tariff_id)
      LEFT JOIN denda d ON d.bill_id = b.id
      WHERE b.customer_id = c.id AND b.state = 'ISSUED') AS bills
  FROM pelanggan c JOIN tarif t ON t.id = c.tariff_id
  WHERE c.customer_number = $1 AND c.state <> 'CALON'`;

/** What a customer owes now. One read, no lock; the amount a bank gets is frozen in the inquiry id. */
@Injectable()
export class InquireBills {
  constructor(
    private readonly database: Database,
    private readonly policies: PolicyBook,
    private readonly clock: Clock,
    private readonly tokens: InquiryTokens,
  ) {}

  /**
   * What the bills ask for on a day, today unless said.
   * @throws Problem customer.not_found for an unknown number and, before any look-up, for a wrong check digit
   */
  async open(customerNumber: string, asOf = this.clock.businessDate()): Promise<Inquiry> {
    if (!isCustomerNumber(customerNumber)) throw new Problem('customer.not_found');
    const [[row], policies] = await Promise.all([
      this.database.readPrepared<Row>('inquire_bills', INQUIRE, [customerNumber]),
      this.policies.current(),
    ]);
    if (row === undefined) throw new Problem('customer.not_found');
    return {
      customer: {
        id: row.id,
        customerNumber: row.customer_number,
        name: row.name,
        address: row.address,
        tariffCode: row.tariff_code,
        tariffName: row.tariff_name,
      },
      bills: (row.bills ?? []).map((bill) => ({
        ...dueBill(bill, policies, asOf),
        usageM3: bill.usage_m3,
        previousStand: bill.previous_stand,
        currentStand: bill.current_stand,
        meterChange: bill.meter_change,
      })),
    };
  }

  /** What an inquiry id promised, also after it expired; null for a text we did not issue. */
  promised(inquiryId: string): InquiryPromise | null {
    return this.tokens.open(inquiryId);
  }

  /** The oldest `billCount` bills (all when absent), priced for a bank and promised until the token expires. */
  async forBank(
    bank: { readonly id: number; readonly adminFee: Rupiah },
    customerNumber: string,
    billCount?: number,
  ): Promise<
    Inquiry & { readonly totals: PaymentTotals; readonly inquiryId: string; readonly validUntil: number }
  > {
    const { customer, bills: open } = await this.open(customerNumber);
    if (open.length === 0) throw new Problem('bill.none_open');
    const bills = open.slice(0, billCount ?? open.length);
    const sums = totals(bills, bank.adminFee);
    const now = this.clock.now();
    const validUntil = Math.min(
      now + VALID_MILLISECONDS,
      endOfBusinessDay(this.clock.businessDate(), this.clock.zone),
    );
    const inquiryId = this.tokens.seal({
      bankId: bank.id,
      customerNumber: customer.customerNumber,
      billNumbers: bills.map((bill) => bill.billNumber),
      amount: sums.totalAmount,
      validUntil,
    });
    return { customer, bills, totals: sums, inquiryId, validUntil };
  }
}
