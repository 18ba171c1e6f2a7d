import type { Type } from '@nestjs/common';
import { Approval, ApprovalsModule } from './modules/ground/approvals';
import { Bank, BankApiKey, RegistryModule } from './modules/bank-gateway/registry';
import { BankLabModule, CertificationRefusal, CertificationRun } from './modules/outward/bank-lab';
import {
  BankSecurityModule,
  PaymentTransaction,
  SnapExternalId,
  SnapPartnerRow,
} from './modules/bank-gateway/security';
import { BankOutboundRow, OutboundCall, OutboundModule } from './modules/bank-gateway/outbound';
import { Bill, BillingModule, IssueRun, StoredBillLine } from './modules/water/billing';
import { Counter, PayPointsModule } from './modules/ground/pay-points';
import { Customer, CustomerAlias, CustomerChange, CustomersModule, Meter } from './modules/water/customers';
import { DeveloperModule } from './modules/outward/developer';
import { IdentityModule, RefreshToken, Session, Staff } from './modules/ground/identity';
import { Journal, LedgerAccount, LedgerModule, PostedJournalLine } from './modules/ground/ledger';
import { MeterPhoto, MeterReadingModule, Reading, Verification } from './modules/water/meter-reading';
import { Notice, NoticeReading, NotificationsModule } from './modules/outward/notifications';
import {
  BankReference,
  BankReversal,
  CustomerCredit,
  OpenCase,
  Payment,
  PaymentAllocation,
  PaymentModule,
  Receipt,
  ReceiptPrint,
  ReceiptSeries,
} from './modules/money/payment';
import {
  CheckoutModule,
  PaymentIntent,
  QrisTransaction,
  VaTransaction,
  WebhookMessage,
} from './modules/money/checkout';
import { Penalty, PenaltyEntry, PenaltyModule, PenaltyPolicyRow } from './modules/water/penalty';
import { Region, RegionsModule, Route } from './modules/ground/regions';
import { BankDoorsModule } from './modules/outward/bank-doors';
import { PublicSiteModule } from './modules/outward/public-site';
import { ReportingModule } from './modules/outward/reporting';
import {
  FixedChargeRow,
  Tariff,
  TariffBlockRow,
  TariffsModule,
  TariffVersionRow,
} from './modules/water/tariffs';

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
  RegistryModule,
  BankSecurityModule,
  OutboundModule,
  PayPointsModule,
  PaymentModule,
  CheckoutModule,
  BankDoorsModule,
  BankLabModule,
  PublicSiteModule,
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
