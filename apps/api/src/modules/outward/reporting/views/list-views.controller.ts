import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { SignedIn } from '../../../../platform/access';
import { IdParam } from '../../../../platform/validation';
import { ChangeListViewBody, ListViewDto, ListViewQuery, SaveListViewBody } from './list-view.dto';
import { ListViewQueries } from './list-view.queries';
import { SaveListView } from './save-list-view.service';

@ApiTags('reporting')
@Controller('v1/list-views')
export class ListViewsController {
  constructor(
    private readonly views: ListViewQueries,
    private readonly saving: SaveListView,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({
    operationId: 'getListViews',
    summary: 'Saved views of a list: own, and shared with the role',
  })
  @ApiOkResponse({ type: [ListViewDto] })
  of(@Query() { list }: ListViewQuery): Promise<ListViewDto[]> {
    return this.views.of(list);
  }

  @Post()
  @SignedIn()
  @ApiOperation({ operationId: 'saveListView', summary: 'Keep a view, for oneself or for a role' })
  @ApiCreatedResponse({ type: [ListViewDto], description: 'The views of the list, the new one among them' })
  async save(@Body() body: SaveListViewBody): Promise<ListViewDto[]> {
    await this.saving.keep(body);
    return this.views.of(body.list);
  }

  @Put(':id')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ operationId: 'changeListView', summary: 'Replace what a view shows' })
  @ApiNoContentResponse()
  change(@IdParam('id', 'view.not_found') id: number, @Body() body: ChangeListViewBody): Promise<void> {
    return this.saving.change(id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ operationId: 'removeListView', summary: 'Remove a view' })
  @ApiNoContentResponse()
  remove(@IdParam('id', 'view.not_found') id: number): Promise<void> {
    return this.saving.remove(id);
  }
}
