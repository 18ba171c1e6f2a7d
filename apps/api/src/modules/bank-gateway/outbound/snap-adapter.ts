import type {
  BankAdapter,
  BankOutcome,
  CallPurpose,
  CreatedQr,
  DayFile,
  QrName,
  NewQr,
  QrRefund,
  QrStatus,
  ReportedVaPayment,
  VaName,
  NewVa,
  VaStatus,
} from './bank-adapter';
import type { OutboundSettings } from './outbound-directory';
import type { SnapClient } from './snap-client';
import { SnapFileCalls } from './snap-file-calls';
import { SnapQrCalls } from './snap-qr-calls';
import { SnapVaCalls } from './snap-va-calls';

/** A bank that speaks the national standard. */
export class SnapAdapter implements BankAdapter {
  private readonly accounts: SnapVaCalls;
  private readonly codes: SnapQrCalls;
  private readonly files: SnapFileCalls;

  constructor(client: SnapClient, settings: OutboundSettings) {
    this.accounts = new SnapVaCalls(client, settings);
    this.codes = new SnapQrCalls(client, settings);
    this.files = new SnapFileCalls(client, settings);
  }

  createVa(wanted: NewVa, purpose: CallPurpose): Promise<BankOutcome<null>> {
    return this.accounts.create(wanted, purpose);
  }
  cancelVa(account: VaName, purpose: CallPurpose): Promise<BankOutcome<null>> {
    return this.accounts.cancel(account, purpose);
  }
  inquireVa(account: VaName, purpose: CallPurpose): Promise<BankOutcome<VaStatus>> {
    return this.accounts.inquire(account, purpose);
  }
  vaReport(day: string): Promise<BankOutcome<readonly ReportedVaPayment[]>> {
    return this.accounts.report(day);
  }
  dayFile(day: string): Promise<BankOutcome<DayFile>> {
    return this.files.dayFile(day);
  }
  generateQr(wanted: NewQr, purpose: CallPurpose): Promise<BankOutcome<CreatedQr>> {
    return this.codes.generate(wanted, purpose);
  }
  queryQr(code: QrName, purpose: CallPurpose): Promise<BankOutcome<QrStatus>> {
    return this.codes.query(code, purpose);
  }
  cancelQr(code: QrName, reason: string, purpose: CallPurpose): Promise<BankOutcome<null>> {
    return this.codes.cancel(code, reason, purpose);
  }
  refundQr(refund: QrRefund, purpose: CallPurpose): Promise<BankOutcome<{ readonly refundNo: string }>> {
    return this.codes.refund(refund, purpose);
  }
}
