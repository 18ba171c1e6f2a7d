import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../../platform/access';
import { AskQuestion } from './ask-question.service';
import { QuestionAskedDto, QuestionBody } from './question.dto';

@ApiTags('public')
@Controller('v1/public/questions')
export class QuestionsController {
  constructor(private readonly asking: AskQuestion) {}

  @Post()
  @Public()
  @ApiOperation({ operationId: 'askPublicQuestion', summary: 'A question to the office: it opens a case' })
  @ApiCreatedResponse({ type: QuestionAskedDto })
  ask(@Body() body: QuestionBody): Promise<QuestionAskedDto> {
    return this.asking.execute(body);
  }
}
