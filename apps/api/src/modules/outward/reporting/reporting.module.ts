import { Global, Module } from '@nestjs/common';
import { LedgerModule } from '../../ground/ledger';
import { RegionReader } from '../../ground/regions';
import { CaseReader } from '../../money/payment';
import { BillReader } from '../../water/billing';
import { CustomerReader } from '../../water/customers';
import { TariffsModule } from '../../water/tariffs';
import { NotificationsModule } from '../notifications';
import { ActivityLogQueries } from './activity/activity-log.queries';
import { BillQueries } from './bills/bill.queries';
import { ReadBillsController } from './bills/bills.controller';
import { CaseQueries } from './cases/case.queries';
import { ReadCasesController } from './cases/cases.controller';
import { CheckoutTimeline } from './checkouts/checkout-timeline';
import { CheckoutQueries } from './checkouts/checkout.queries';
import { ReadCheckoutsController } from './checkouts/checkouts.controller';
import { CustomerQueries } from './customers/customers.queries';
import { MoveCustomersController } from './customers/move-customers.controller';
import { ReadCustomersController } from './customers/customers.controller';
import { DashboardFigures } from './dashboard/dashboard-figures';
import { DashboardQueries } from './dashboard/dashboard.queries';
import { ExportDoor } from './export-files/export-door';
import { ExportFileQueries } from './export-files/export-file.queries';
import { ExportFilesController } from './export-files/export-files.controller';
import { OrderExport } from './export-files/order-export.service';
import { WriteExport } from './export-files/write-export.service';
import { PaymentQueries } from './payments/payment.queries';
import { ReadPaymentsController } from './payments/payments.controller';
import { RegionQueries } from './regions/regions.queries';
import { ReadRegionsController } from './regions/regions.controller';
import { KeepRollups } from './rollups/keep-rollups.service';
import { ReportingController } from './reporting.controller';
import { FindController } from './search/find.controller';
import { FindQueries } from './search/find.queries';
import { KeepSavedReport } from './saved-reports/keep-saved-report.service';
import { OrderScheduled } from './saved-reports/order-scheduled.service';
import { SavedReportQueries } from './saved-reports/saved-report.queries';
import { SavedReportsController } from './saved-reports/saved-reports.controller';
import { SetupController } from './setup/setup.controller';
import { SetupQueries } from './setup/setup.queries';
import { ListViewQueries } from './views/list-view.queries';
import { ListViewsController } from './views/list-views.controller';
import { SaveListView } from './views/save-list-view.service';
import { LetterheadQueries } from './reports/letterhead/letterhead.queries';
import { LetterheadsController } from './reports/letterhead/letterheads.controller';
import { SetLetterhead } from './reports/letterhead/set-letterhead.service';
import { PrintReport } from './reports/print-report.service';
import { ReportChoices } from './reports/report-choices.queries';
import { ReportQueries } from './reports/report.queries';
import { ReportsController } from './reports/reports.controller';
import { WatchTieOut } from './reports/watch-tie-out.service';

/** Global, because it answers what lower modules ask without knowing it: `…Reader`. Nobody imports it. */
@Global()
@Module({
  imports: [NotificationsModule, LedgerModule, TariffsModule],
  controllers: [
    ReportingController,
    ReadBillsController,
    ReadCasesController,
    ReadCheckoutsController,
    MoveCustomersController,
    ReadCustomersController,
    ReadPaymentsController,
    ReadRegionsController,
    LetterheadsController,
    ReportsController,
    ListViewsController,
    FindController,
    ExportFilesController,
    SavedReportsController,
    SetupController,
  ],
  providers: [
    ActivityLogQueries,
    BillQueries,
    CaseQueries,
    CheckoutQueries,
    CheckoutTimeline,
    CustomerQueries,
    DashboardFigures,
    DashboardQueries,
    PaymentQueries,
    RegionQueries,
    KeepRollups,
    ReportQueries,
    ReportChoices,
    PrintReport,
    LetterheadQueries,
    SetLetterhead,
    WatchTieOut,
    ListViewQueries,
    SaveListView,
    FindQueries,
    ExportDoor,
    ExportFileQueries,
    OrderExport,
    WriteExport,
    SavedReportQueries,
    KeepSavedReport,
    OrderScheduled,
    SetupQueries,
    { provide: BillReader, useExisting: BillQueries },
    { provide: CaseReader, useExisting: CaseQueries },
    { provide: CustomerReader, useExisting: CustomerQueries },
    { provide: RegionReader, useExisting: RegionQueries },
  ],
  exports: [BillReader, CaseReader, CustomerReader, RegionReader],
})
export class ReportingModule {}
