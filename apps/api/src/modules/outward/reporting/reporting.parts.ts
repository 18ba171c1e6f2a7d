import type { ModuleParts } from '../../../platform/manifest';
import { ExportFile } from './entities/export-file.entity';
import { ListView } from './entities/list-view.entity';
import { ReportLetterhead } from './entities/report-letterhead.entity';
import { SavedReport } from './entities/saved-report.entity';
import { ReportingModule } from './reporting.module';
import { reportingManifest } from './reporting.manifest';
import { ROLLUP_LAWS } from './rollups/rollup.laws';
import { ArrearsByNumber0233 } from './schema/0233-arrears-by-number';
import { ArrearsOfCustomers0232 } from './schema/0232-arrears-of-customers';
import { ListViews0034 } from './schema/0034-list-views';
import { Rollups0054 } from './schema/0054-rollups';
import { ExportFiles0070 } from './schema/0070-export-files';
import { LedgerSums0078 } from './schema/0078-ledger-sums';
import { ReportLetterheads0079 } from './schema/0079-report-letterheads';
import { BillsOfOtherKinds0114 } from './schema/0114-bills-of-other-kinds';
import { RollupsByPlace0126 } from './schema/0126-rollups-by-place';
import { OwedInRollups0166 } from './schema/0166-owed-in-rollups';
import { SavedReports0113 } from './schema/0113-saved-reports';
import { WaterSums0137 } from './schema/0137-water-sums';
import { CountsThatAreKept0238 } from './schema/0238-counts-that-are-kept';
import { FilesWrittenFor0188 } from './schema/0188-files-written-for';
import { WaterSumsByPlace0137 } from './schema/0137-water-sums-by-place';

export const reporting: ModuleParts = {
  manifest: reportingManifest,
  module: ReportingModule,
  entities: [ListView, ExportFile, ReportLetterhead, SavedReport],
  schema: [
    ListViews0034,
    Rollups0054,
    ExportFiles0070,
    LedgerSums0078,
    ReportLetterheads0079,
    SavedReports0113,
    BillsOfOtherKinds0114,
    RollupsByPlace0126,
    WaterSums0137,
    WaterSumsByPlace0137,
    OwedInRollups0166,
    FilesWrittenFor0188,
    ArrearsOfCustomers0232,
    ArrearsByNumber0233,
    CountsThatAreKept0238,
  ],
  laws: ROLLUP_LAWS,
};
