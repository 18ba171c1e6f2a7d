import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import { RegionPageDto, RouteDto } from '../../../ground/regions';
import { REGION_COLUMNS, REGION_LIST, RegionQueries } from './regions.queries';

@ApiTags('regions')
@Controller('v1/regions')
export class ReadRegionsController {
  constructor(private readonly regions: RegionQueries) {}

  @Get()
  @Can('region.read')
  @ApiOperation({ operationId: 'listRegions', summary: 'Areas of the utility' })
  @ApiListQuery(REGION_LIST, REGION_COLUMNS)
  @ApiOkResponse({ type: RegionPageDto })
  list(@Query() parameters: ListParameters): Promise<RegionPageDto> {
    return this.regions.page(parameters);
  }

  @Get('export')
  @Can('region.read')
  @ApiExport('exportRegions', REGION_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'wilayah', REGION_COLUMNS, this.regions.all(parameters));
  }

  @Get(':id/routes')
  @Can('region.read')
  @ApiOperation({ operationId: 'listRoutes', summary: 'Reading routes of a region' })
  @ApiOkResponse({ type: [RouteDto] })
  routes(@IdParam('id', 'region.not_found') id: number): Promise<RouteDto[]> {
    return this.regions.routesOf(id);
  }
}
