import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { AssessmentAcceptedDto, AssessPenaltiesBody } from './dto/assessment.dto';
import { PenaltyQueries } from './penalty.queries';
import { RequestAssessment } from './request-assessment.service';

@ApiTags('penalties')
@Controller('v1/penalties')
export class PenaltiesController {
  constructor(
    private readonly queries: PenaltyQueries,
    private readonly assessments: RequestAssessment,
  ) {}

  @Post('assess')
  @HttpCode(202)
  @Can('penalty.manage')
  @ApiOperation({
    operationId: 'assessPenalties',
    summary: 'Assess a business date now; books only what has grown',
  })
  @ApiAcceptedResponse({ type: AssessmentAcceptedDto })
  async assess(@Body() body: AssessPenaltiesBody): Promise<AssessmentAcceptedDto> {
    return { job: await this.queries.assessment(await this.assessments.request(body.business_date)) };
  }
}
