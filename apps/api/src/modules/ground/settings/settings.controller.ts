import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { Accepted } from '../../../platform/http';
import { ChangeDueRule } from './change-due-rule.service';
import { ChangeLetterhead } from './change-letterhead.service';
import { DueRuleAskedDto, DueRuleBody, LetterheadBody, SettingsDto } from './dto/settings.dto';
import { SettingsQueries } from './settings.queries';

@ApiTags('settings')
@Controller('v1/settings')
export class SettingsController {
  constructor(
    private readonly settings: SettingsQueries,
    private readonly letterhead: ChangeLetterhead,
    private readonly dueRule: ChangeDueRule,
  ) {}

  @Get()
  @Can('setting.read')
  @ApiOperation({ operationId: 'getSettings', summary: 'Letterhead, help contact, when bills are due' })
  @ApiOkResponse({ type: SettingsDto })
  all(): Promise<SettingsDto> {
    return this.settings.all();
  }

  @Post('letterhead')
  @HttpCode(200)
  @Can('setting.manage')
  @ApiOperation({
    operationId: 'changeLetterhead',
    summary: 'Who we are and where to ask for help: on papers, public pages and pages of errors',
  })
  @ApiOkResponse({ type: SettingsDto })
  async changeLetterhead(@Body() body: LetterheadBody): Promise<SettingsDto> {
    await this.letterhead.execute(body);
    return this.settings.all();
  }

  @Post('due-rule')
  @Can('setting.manage')
  @ApiOperation({ operationId: 'requestDueRule', summary: 'Ask for another due day; a second person agrees' })
  @Accepted(DueRuleAskedDto)
  async requestDueRule(@Body() body: DueRuleBody): Promise<DueRuleAskedDto> {
    return { approval_id: await this.dueRule.request(body) };
  }
}
