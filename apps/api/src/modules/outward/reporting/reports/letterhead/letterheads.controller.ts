import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../../platform/access';
import { ReportLetterheadDto, SetReportLetterheadBody } from './letterhead.dto';
import { LetterheadQueries } from './letterhead.queries';
import { SetLetterhead } from './set-letterhead.service';

@ApiTags('reporting')
@Controller('v1/report-letterheads')
export class LetterheadsController {
  constructor(
    private readonly letterheads: LetterheadQueries,
    private readonly setting: SetLetterhead,
  ) {}

  @Get(':key')
  @Can('report.read')
  @ApiOperation({
    operationId: 'getReportLetterhead',
    summary: 'Letterhead and signers of a report, or of `all`',
  })
  @ApiOkResponse({ type: ReportLetterheadDto })
  read(@Param('key') key: string): Promise<ReportLetterheadDto> {
    return this.letterheads.of(key);
  }

  @Patch(':key')
  @Can('report.manage')
  @ApiOperation({
    operationId: 'setReportLetterhead',
    summary: 'Set letterhead and signers of a report, or of `all`',
  })
  @ApiOkResponse({ type: ReportLetterheadDto })
  async set(@Param('key') key: string, @Body() body: SetReportLetterheadBody): Promise<ReportLetterheadDto> {
    await this.setting.set(key, body);
    return this.letterheads.of(key);
  }
}
