import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { Accepted } from '../../../platform/http';
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
  @Can('penalty.manage')
  @ApiOperation({
    operationId: 'assessPenalties',
    summary: 'Assess a business date now; books only what has grown',
  })
  @Accepted(AssessmentAcceptedDto)
  async assess(@Body() body: AssessPenaltiesBody): Promise<AssessmentAcceptedDto> {
    return { job: await this.queries.assessment(await this.assessments.request(body.business_date)) };
  }
}
