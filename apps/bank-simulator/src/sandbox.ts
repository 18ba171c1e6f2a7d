import { SandboxBank } from './bank';
import { BankBook } from './bank-book';
import { bankKeys, type BankKeys } from './bank-keys';
import { DEMO_BANKS, type BankProfile } from './bank-profile';
import { SnapChannel } from './biller/snap-channel';
import { CallLog } from './books/call-log';
import { CollectionBook } from './books/collections';
import { HistoryBook } from './books/history';
import { OrderBook } from './books/orders';
import { StatementBook } from './books/statements';
import { systemClock } from './clock';
import { CollectMoney } from './drills/collect-money';
import { FaultBoard } from './drills/fault-board';
import { ExchangeLog } from './exchange-log';
import { PaymentJournal } from './journal';
import { NativeChannel } from './native-channel';
import { AccountServices } from './snap-host/account-services';
import { Admission } from './snap-host/admission';
import { CodeServices } from './snap-host/code-services';
import { FileService } from './snap-host/file-service';
import { PartnerKey } from './snap-host/partner';
import { ReportBreaks } from './settlement/report-breaks';
import { SnapHost } from './snap-host/snap-host';
import { PurchaseBook } from './supplier/purchases';
import { SupplierDeposit } from './supplier/supplier-deposit';
import { SupplierFaultBoard } from './supplier/supplier-faults';
import { SupplierHost } from './supplier/supplier-host';

export interface SandboxOptions {
  /** Origin of the TirtaPay API. */
  readonly apiUrl: string;
  /** State folder; everything is kept in its `bank-simulator/`. */
  readonly home: string;
  readonly banks?: readonly BankProfile[];
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** How long the bank waits for an answer; 30 s, as banks do. */
  readonly timeoutMs?: number;
  /** Of an electricity token; 20 unless said, as PLN gives them. */
  readonly tokenDigits?: 16 | 20;
  /** How long a late answer of the supplier takes. */
  readonly lateMs?: number;
}

/** The whole bank, without its doors: the page, the host, the control API and the command line are doors to this. */
export interface Sandbox {
  readonly apiUrl: string;
  readonly now: () => number;
  readonly banks: BankBook;
  readonly keys: BankKeys;
  readonly partnerKey: PartnerKey;
  readonly calls: CallLog;
  readonly exchanges: ExchangeLog;
  readonly faults: FaultBoard;
  readonly reportBreaks: ReportBreaks;
  readonly books: {
    readonly journal: PaymentJournal;
    readonly orders: OrderBook;
    readonly collections: CollectionBook;
    readonly history: HistoryBook;
  };
  readonly native: NativeChannel;
  readonly snap: SnapChannel;
  /** The counter: bills by customer number, native. */
  readonly bank: SandboxBank;
  /** Accounts and codes. */
  readonly desk: CollectMoney;
  readonly host: SnapHost;
  /** What suppliers and partners had in their own books before. */
  readonly statements: StatementBook;
  /** Another house under the same roof: the supplier of what is sold for others. */
  readonly supplier: {
    readonly purchases: PurchaseBook;
    readonly faults: SupplierFaultBoard;
    readonly deposit: SupplierDeposit;
    readonly host: SupplierHost;
  };
}

const LATE_MS = 3_000;

/** Opens the bank on its home folder. Throws when that cannot be written. */
export function openSandbox(options: SandboxOptions): Sandbox {
  const { apiUrl, home, now = systemClock, timeoutMs } = options;
  const banks = new BankBook(options.banks ?? DEMO_BANKS);
  const keys = bankKeys(home);
  const partnerKey = new PartnerKey(home);
  const calls = new CallLog();
  const exchanges = new ExchangeLog(calls);
  const faults = new FaultBoard(home);
  const reportBreaks = new ReportBreaks();
  const journal = new PaymentJournal(home);
  const orders = new OrderBook(home);
  const collections = new CollectionBook(home);
  const history = new HistoryBook(home);
  const purchases = new PurchaseBook(home);
  const supplierFaults = new SupplierFaultBoard(home);
  const deposit = new SupplierDeposit(home, purchases);
  const patience = timeoutMs === undefined ? {} : { timeoutMs };
  const signsWrongly = (): boolean => faults.signsWrongly;
  const native = new NativeChannel({ apiUrl, log: exchanges, now, signsWrongly, ...patience });
  const snap = new SnapChannel({ apiUrl, keys, calls, now, signsWrongly, ...patience });
  const host = new SnapHost({
    admission: new Admission(partnerKey, now),
    accounts: new AccountServices(orders, collections, now, reportBreaks),
    codes: new CodeServices(orders, collections, now),
    files: new FileService(banks, { journal, collections, history }, now, reportBreaks),
    orders,
    faults,
    calls,
    now,
  });
  return {
    apiUrl,
    now,
    banks,
    keys,
    partnerKey,
    calls,
    exchanges,
    faults,
    reportBreaks,
    books: { journal, orders, collections, history },
    native,
    snap,
    bank: new SandboxBank(native, journal, now),
    desk: new CollectMoney({ banks, orders, collections, native, snap, now }),
    host,
    statements: new StatementBook(home),
    supplier: {
      purchases,
      faults: supplierFaults,
      deposit,
      host: new SupplierHost({
        apiUrl,
        purchases,
        faults: supplierFaults,
        deposit,
        tokenDigits: options.tokenDigits ?? 20,
        lateMs: options.lateMs ?? LATE_MS,
        now,
      }),
    },
  };
}
