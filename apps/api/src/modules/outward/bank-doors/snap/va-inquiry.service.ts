import { Injectable } from '@nestjs/common';
import { SNAP_SERVICES, snapAnswer } from '@tirtapay/bank-protocol';
import { billTotal, totals, type PayableBill } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { inCutoff } from '../../../bank-gateway/registry';
import { SnapRefusal, type SnapCall } from '../../../bank-gateway/security';
import type { InquiredBill } from '../../../money/payment';
import { accountNamed } from './account-named';
import { FindPayableBills } from './payable-bills.service';
import { SnapFields } from './snap-fields';
import {
  billNames,
  MAX_BILL_DETAILS,
  snapAmount,
  SUB_COMPANY,
  SUCCESS,
  type LocalizedText,
} from './snap-values';

/** Service 24: what a virtual account owes. The bank's own channel shows the full name to the payer. */
@Injectable()
export class VaInquiries {
  constructor(
    private readonly payable: FindPayableBills,
    private readonly clock: Clock,
  ) {}

  async inquire({ bank, partner }: SnapCall, body: unknown): Promise<Record<string, unknown>> {
    const fields = new SnapFields(body).require(
      'partnerServiceId',
      'customerNo',
      'virtualAccountNo',
      'inquiryRequestId',
    );
    const account = accountNamed(fields, partner);
    const inquiryRequestId = fields.reference('inquiryRequestId');
    if (inCutoff(bank, this.clock))
      throw new SnapRefusal('featureNotAllowedNow', { detail: 'Cut Off In Progress' });
    const { owner, bills: open, adminFee } = await this.payable.find(bank, account);
    // More do not fit into the answer: the oldest are paid first in any case, the rest shows at the next inquiry.
    const bills = open.slice(0, MAX_BILL_DETAILS);
    const sums = totals(bills, adminFee);
    const { responseCode, responseMessage } = snapAnswer('successful', SNAP_SERVICES.vaInquiry);
    return {
      responseCode,
      responseMessage,
      virtualAccountData: {
        inquiryStatus: '00',
        inquiryReason: SUCCESS,
        ...account,
        virtualAccountName: owner.name,
        inquiryRequestId,
        totalAmount: snapAmount(sums.bankAmount),
        subCompany: SUB_COMPANY,
        billDetails: bills.map((bill, index) => billDetail(bill, index)),
        freeTexts: freeTexts(sums.stampDuty, open.length),
        virtualAccountTrxType: 'C',
        feeAmount: snapAmount(adminFee),
      },
      additionalInfo: {},
    };
  }
}

function billDetail(
  bill: PayableBill & Pick<InquiredBill, 'billNumber' | 'period' | 'title' | 'meterChange'>,
  index: number,
): Record<string, unknown> {
  return {
    billCode: String(index + 1).padStart(2, '0'),
    billNo: bill.billNumber,
    ...billNames(bill),
    billSubCompany: SUB_COMPANY,
    billAmount: snapAmount(billTotal(bill)),
    ...(bill.meterChange === null ? {} : { additionalInfo: { meterChange: bill.meterChange } }),
  };
}

/** Lines a bank's channel may show; each within 32 characters. */
function freeTexts(stampDuty: number, openBills: number): LocalizedText[] {
  return [
    { english: 'Water bill', indonesia: 'Rekening air' },
    ...(stampDuty > 0
      ? [
          {
            english: `Incl. stamp duty Rp${String(stampDuty)}`,
            indonesia: `Termasuk meterai Rp${String(stampDuty)}`,
          },
        ]
      : []),
    ...(openBills > MAX_BILL_DETAILS
      ? [
          {
            english: `Oldest ${String(MAX_BILL_DETAILS)} of ${String(openBills)} bills`,
            indonesia: `${String(MAX_BILL_DETAILS)} tertua dari ${String(openBills)} rekening`,
          },
        ]
      : []),
  ];
}
