import { Body, Controller, Get, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { ApiCsvExport, ApiListQuery, sendCsv, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { ChangeRegion } from './change-region.service';
import { CreateRegion } from './create-region.service';
import {
  ChangeRegionBody,
  CreateRegionBody,
  CreateRouteBody,
  RegionDto,
  RegionPageDto,
  RouteDto,
} from './dto/region.dto';
import { REGION_COLUMNS, REGION_LIST, RegionQueries } from '../../outward/reporting/regions/regions.queries';

@ApiTags('regions')
@Controller('v1/regions')
export class RegionsController {
  constructor(
    private readonly regions: RegionQueries,
    private readonly createRegion: CreateRegion,
    private readonly changeRegion: ChangeRegion,
  ) {}

  @Get()
  @Can('region.read')
  @ApiOperation({ operationId: 'listRegions', summary: 'Areas of the utility' })
  @ApiListQuery(REGION_LIST)
  @ApiOkResponse({ type: RegionPageDto })
  list(@Query() parameters: ListParameters): Promise<RegionPageDto> {
    return this.regions.page(parameters);
  }

  @Get('export')
  @Can('region.read')
  @ApiCsvExport('exportRegions', REGION_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendCsv(reply, 'wilayah.csv', REGION_COLUMNS, this.regions.all(parameters));
  }

  @Post()
  @Can('region.manage')
  @ApiOperation({ operationId: 'createRegion', summary: 'Add a region' })
  @ApiCreatedResponse({ type: RegionDto })
  async create(@Body() body: CreateRegionBody): Promise<RegionDto> {
    return this.regions.one(await this.createRegion.region(body));
  }

  @Patch(':id')
  @Can('region.manage')
  @ApiOperation({ operationId: 'changeRegion', summary: 'Rename or close a region' })
  @ApiOkResponse({ type: RegionDto })
  async change(
    @IdParam('id', 'region.not_found') id: number,
    @Body() body: ChangeRegionBody,
  ): Promise<RegionDto> {
    await this.changeRegion.execute(id, body);
    return this.regions.one(id);
  }

  @Get(':id/routes')
  @Can('region.read')
  @ApiOperation({ operationId: 'listRoutes', summary: 'Reading routes of a region' })
  @ApiOkResponse({ type: [RouteDto] })
  routes(@IdParam('id', 'region.not_found') id: number): Promise<RouteDto[]> {
    return this.regions.routesOf(id);
  }

  @Post(':id/routes')
  @Can('region.manage')
  @ApiOperation({ operationId: 'createRoute', summary: 'Add a reading route to a region' })
  @ApiCreatedResponse({ type: RouteDto })
  createRoute(
    @IdParam('id', 'region.not_found') id: number,
    @Body() body: CreateRouteBody,
  ): Promise<RouteDto> {
    return this.createRegion.route(id, body);
  }
}
