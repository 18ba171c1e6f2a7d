import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { IdParam } from '../../../../platform/validation';
import { CaseReader } from './case-reader';
import { CaseDetailDto, ResolveCaseBody } from './case.dto';
import { ResolveCase } from './resolve-case.service';

@ApiTags('cases')
@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly cases: CaseReader,
    private readonly decisions: ResolveCase,
  ) {}

  @Post(':id/resolution')
  @HttpCode(200)
  @Can('case.resolve')
  @ApiOperation({
    operationId: 'resolveCase',
    summary:
      'APPLY to bills or CLOSE; REFUND to the customer and RETURN to the bank wait for a second person',
  })
  @ApiOkResponse({ type: CaseDetailDto })
  async resolve(
    @IdParam('id', 'case.not_found') id: number,
    @Body() body: ResolveCaseBody,
  ): Promise<CaseDetailDto> {
    await this.decisions.resolve(id, body);
    return this.cases.one(id);
  }
}
