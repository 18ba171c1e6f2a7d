import type { CaseDetailDto } from './case.dto';

/** A case as the screens show it, with what it is about. The reading room answers. */
export abstract class CaseReader {
  /** @throws Problem case.not_found */
  abstract one(id: number): Promise<CaseDetailDto>;
}
