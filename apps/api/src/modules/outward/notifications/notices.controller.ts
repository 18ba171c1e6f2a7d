import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { ApiListQuery, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { NoticePageDto, NoticeDto } from './dto/notice.dto';
import { NOTICE_LIST, NoticeQueries } from './notices.queries';

@ApiTags('notices')
@Controller('v1/notices')
export class NoticesController {
  constructor(private readonly notices: NoticeQueries) {}

  @Get()
  @Can('notice.read')
  @ApiOperation({ operationId: 'listNotices', summary: 'News for the person who asks, newest first' })
  @ApiListQuery(NOTICE_LIST)
  @ApiOkResponse({ type: NoticePageDto })
  list(@Query() parameters: ListParameters): Promise<NoticePageDto> {
    return this.notices.page(parameters);
  }

  @Post(':id/read')
  @HttpCode(200)
  @Can('notice.read')
  @ApiOperation({ operationId: 'markNoticeRead', summary: 'Mark a notice as read' })
  @ApiOkResponse({ type: NoticeDto })
  read(@IdParam('id', 'notice.not_found') id: number): Promise<NoticeDto> {
    return this.notices.markRead(id);
  }
}
