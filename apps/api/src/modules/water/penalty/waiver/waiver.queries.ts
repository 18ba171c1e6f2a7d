import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { listAll, listPage, type ListParameters } from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import type { WaiverDetailDto, WaiverProgrammeDto, WaiverProgrammePageDto } from '../dto/waiver.dto';
import { SimulateWaiver } from './simulate-waiver.service';
import { waiverList } from './waiver.list';

@Injectable()
export class WaiverQueries {
  private readonly list = waiverList((epoch) => this.clock.text(epoch));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly simulation: SimulateWaiver,
  ) {}

  page(parameters: ListParameters): Promise<WaiverProgrammePageDto> {
    return listPage(this.database, this.list, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<WaiverProgrammeDto> {
    return listAll(this.database, this.list, parameters);
  }

  /** @throws Problem waiver.not_found */
  async one(id: number): Promise<WaiverDetailDto> {
    const { data } = await listPage(this.database, this.list, {}, [{ where: 'id = $$', value: id }]);
    const [programme] = data;
    if (programme === undefined) throw new Problem('waiver.not_found');
    const result = programme.status === 'APPROVED' ? await this.simulation.result(id, programme) : null;
    return { ...programme, result };
  }
}
