import type { RegionDto } from './dto/region.dto';

/** A region as the screens show it, with its customers, which a higher module keeps. The reading room answers. */
export abstract class RegionReader {
  /** @throws Problem region.not_found */
  abstract one(id: number): Promise<RegionDto>;
}
