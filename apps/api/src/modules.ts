import type { Type } from '@nestjs/common';
import { Approval, ApprovalsModule } from './modules/approvals';
import {
  Bank,
  BankApiKey,
  BankGatewayModule,
  CertificationRefusal,
  CertificationRun,
  PaymentTransaction,
  BankOutboundRow,
  OutboundCall,
  SnapExternalId,
  SnapPartnerRow,
} from './modules/bank-gateway';
import { Bill, BillingModule, IssueRun, StoredBillLine } from './modules/billing';
import { Counter, CountersModule } from './modules/counters';
import { Customer, CustomerAlias, CustomerChange, CustomersModule, Meter } from './modules/customers';
import { DeveloperModule } from './modules/developer';
import { IdentityModule, RefreshToken, Session, Staff } from './modules/identity';
import { Journal, LedgerAccount, LedgerModule, PostedJournalLine } from './modules/ledger';
import { MeterPhoto, MeterReadingModule, Reading, Verification } from './modules/meter-reading';
import { Notice, NoticeReading, NotificationsModule } from './modules/notifications';
import {
  BankReference,
  BankReversal,
  CustomerCredit,
  OpenCase,
  Payment,
  PaymentAllocation,
  PaymentModule,
  PaymentIntent,
  QrisTransaction,
  Receipt,
  ReceiptPrint,
  ReceiptSeries,
  VaTransaction,
  WebhookMessage,
} from './modules/payment';
import { Penalty, PenaltyEntry, PenaltyModule, PenaltyPolicyRow } from './modules/penalty';
import { Region, RegionsModule, Route } from './modules/regions';
import { ReportingModule } from './modules/reporting';
import { FixedChargeRow, Tariff, TariffBlockRow, TariffsModule, TariffVersionRow } from './modules/tariffs';

/** The business modules of the application, lowest first. */
export const MODULES: Type[] = [
  IdentityModule,
  ApprovalsModule,
  RegionsModule,
  TariffsModule,
  CustomersModule,
  LedgerModule,
  MeterReadingModule,
  BillingModule,
  PenaltyModule,
  BankGatewayModule,
  CountersModule,
  PaymentModule,
  NotificationsModule,
  ReportingModule,
  DeveloperModule,
];

/** Every TypeORM entity; a test holds them against the schema. */
export const ENTITIES: (new () => object)[] = [
  Staff,
  Session,
  RefreshToken,
  Approval,
  Region,
  Route,
  Tariff,
  TariffVersionRow,
  TariffBlockRow,
  FixedChargeRow,
  Customer,
  CustomerAlias,
  CustomerChange,
  Meter,
  Reading,
  MeterPhoto,
  Verification,
  LedgerAccount,
  Journal,
  PostedJournalLine,
  IssueRun,
  Bill,
  StoredBillLine,
  PenaltyPolicyRow,
  Penalty,
  PenaltyEntry,
  Bank,
  BankApiKey,
  PaymentTransaction,
  SnapPartnerRow,
  SnapExternalId,
  Counter,
  Payment,
  PaymentAllocation,
  Receipt,
  ReceiptPrint,
  ReceiptSeries,
  BankReference,
  BankReversal,
  CustomerCredit,
  OpenCase,
  PaymentIntent,
  VaTransaction,
  QrisTransaction,
  WebhookMessage,
  BankOutboundRow,
  OutboundCall,
  CertificationRun,
  CertificationRefusal,
  Notice,
  NoticeReading,
];
