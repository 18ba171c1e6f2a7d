import type { ListParameters } from '../../../platform/list';
import type { BillPageDto } from './dto/bill.dto';

/** Bills as the screens list them, with the penalty that a higher module keeps. The reading room answers. */
export abstract class BillReader {
  abstract page(parameters: ListParameters): Promise<BillPageDto>;
}
