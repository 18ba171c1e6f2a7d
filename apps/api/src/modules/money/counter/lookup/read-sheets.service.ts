import { Injectable } from '@nestjs/common';
import { totals } from '@tirtapay/domain';
import { CreditQueries, InquireBills } from '../../payment';
import type { CounterSheetsDto } from '../dto/customer.dto';
import { OwnShift } from '../shifts/own-shift';

/** What a customer owes, as the counter sells it: the oldest N, each sum worked out here and nowhere else. */
@Injectable()
export class ReadSheets {
  constructor(
    private readonly shifts: OwnShift,
    private readonly inquiries: InquireBills,
    private readonly credit: CreditQueries,
  ) {}

  /** @throws Problem counter.shift_not_open, customer.not_found */
  async of(customerNumber: string): Promise<CounterSheetsDto> {
    const { drawer } = await this.shifts.open();
    const { customer, bills } = await this.inquiries.open(customerNumber);
    return {
      customer: {
        customer_number: customer.customerNumber,
        name: customer.name,
        address: customer.address,
        open_bills: bills.length,
      },
      sheets: bills.map((bill) => ({
        bill_number: bill.billNumber,
        period: bill.period,
        title: bill.title,
        usage_m3: bill.usageM3,
        due_date: bill.dueDate,
        principal: bill.principal,
        penalty: bill.penalty - bill.waiver,
        waived: bill.waiver,
        waiver_programme: bill.waiverName,
        total: bill.principal + bill.penalty - bill.waiver,
      })),
      credit: await this.credit.balance(customer.id),
      admin_fee: drawer.adminFee,
      totals: bills.map((_, index) => totals(bills.slice(0, index + 1), drawer.adminFee).totalAmount),
    };
  }
}
