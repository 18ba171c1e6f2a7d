import type {
  SettlementDetection,
  SettlementFile,
  SettlementLine,
  SettlementMapping,
  SettlementQuestion,
} from '@tirtapay/domain';
import type { ErrorList } from './refusal';
import type { Tally } from './tally';

/** Where the reader of a format puts what it finds. */
export interface ReadInto {
  readonly tally: Tally;
  readonly errors: ErrorList;
  readonly take: (lines: readonly SettlementLine[]) => Promise<void>;
}

/** What the reader of a format found beside the lines. */
export interface FormatOutcome {
  readonly file: Omit<SettlementFile, 'sha256' | 'rows_read'>;
  readonly detected: SettlementDetection;
  readonly questions: readonly SettlementQuestion[];
}

/** Formats that bring their own columns. */
export interface FormatSettings {
  readonly mapping: SettlementMapping;
  readonly vaPrefix: string | null;
}
