import type { ListParameters } from '../../../platform/list';
import type { BillRunScope } from './bill-run-scope';
import type { BillPageDto } from './dto/bill.dto';
import type { BillSumDto } from './dto/bill-run.dto';

/** Bills as the screens list them, with the penalty that a higher module keeps. The reading room answers. */
export abstract class BillReader {
  abstract page(parameters: ListParameters): Promise<BillPageDto>;
  /** What was issued in this scope, paid or not. */
  abstract issued(scope: BillRunScope): Promise<BillSumDto>;
}
