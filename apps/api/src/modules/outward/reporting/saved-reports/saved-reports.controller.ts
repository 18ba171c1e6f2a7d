import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { IdParam } from '../../../../platform/validation';
import { KeepSavedReport } from './keep-saved-report.service';
import { ChangeSavedReportBody, SavedReportDto, SaveReportBody, StopScheduleBody } from './saved-report.dto';
import { SavedReportQueries } from './saved-report.queries';

@ApiTags('reporting')
@Controller('v1/saved-reports')
export class SavedReportsController {
  constructor(
    private readonly queries: SavedReportQueries,
    private readonly keeping: KeepSavedReport,
  ) {}

  @Get()
  @Can('report.read')
  @ApiOperation({ operationId: 'getSavedReports', summary: 'Reports you keep, and those colleagues share' })
  @ApiOkResponse({ type: [SavedReportDto] })
  mine(): Promise<SavedReportDto[]> {
    return this.queries.mine();
  }

  @Post()
  @Can('report.read')
  @ApiOperation({
    operationId: 'saveReport',
    summary: 'Keep a report with what it is asked, and have it come by itself',
  })
  @ApiCreatedResponse({ type: [SavedReportDto], description: 'All of yours, the new one among them' })
  async keep(@Body() body: SaveReportBody): Promise<SavedReportDto[]> {
    await this.keeping.keep(body);
    return this.queries.mine();
  }

  @Put(':id')
  @HttpCode(204)
  @Can('report.read')
  @ApiOperation({
    operationId: 'changeSavedReport',
    summary: 'Replace what a kept report is asked and when it comes',
  })
  @ApiNoContentResponse()
  change(
    @IdParam('id', 'saved_report.not_found') id: number,
    @Body() body: ChangeSavedReportBody,
  ): Promise<void> {
    return this.keeping.change(id, body);
  }

  @Post(':id/stop')
  @HttpCode(204)
  @Can('report.supervise')
  @ApiOperation({
    operationId: 'stopReportSchedule',
    summary: 'Stop what comes to somebody else by schedule; its owner is told, and may save it anew',
  })
  @ApiNoContentResponse()
  stop(@IdParam('id', 'saved_report.not_found') id: number, @Body() body: StopScheduleBody): Promise<void> {
    return this.keeping.stop(id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('report.read')
  @ApiOperation({ operationId: 'removeSavedReport', summary: 'Keep a report no longer' })
  @ApiNoContentResponse()
  remove(@IdParam('id', 'saved_report.not_found') id: number): Promise<void> {
    return this.keeping.remove(id);
  }
}
