import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { LargeBody } from '../../../../platform/http';
import { RecordSheetBody, SheetDto } from '../dto/sheet.dto';
import { RecordSheet } from './record-sheet.service';

@ApiTags('meter readings')
@Controller('v1/reading-sheets')
export class SheetsController {
  constructor(private readonly sheets: RecordSheet) {}

  @Post()
  @LargeBody()
  @HttpCode(200)
  @Can('reading.record')
  @ApiOperation({
    operationId: 'recordReadingSheet',
    summary: 'Record many stands of a month at once: all of them, or none with what is wrong in each row',
  })
  @ApiOkResponse({ type: SheetDto })
  record(@Body() body: RecordSheetBody): Promise<SheetDto> {
    return this.sheets.record(body);
  }
}
