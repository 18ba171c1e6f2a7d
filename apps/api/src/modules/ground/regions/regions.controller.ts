import { Body, Controller, HttpCode, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { IdParam } from '../../../platform/validation';
import { ChangeRegion } from './change-region.service';
import { CreateRegion } from './create-region.service';
import {
  ChangeRegionBody,
  ChangeRouteBody,
  CreateRegionBody,
  CreateRouteBody,
  RegionDto,
  RouteDto,
} from './dto/region.dto';
import { RegionReader } from './region-reader';

@ApiTags('regions')
@Controller('v1/regions')
export class RegionsController {
  constructor(
    private readonly regions: RegionReader,
    private readonly createRegion: CreateRegion,
    private readonly changeRegion: ChangeRegion,
  ) {}

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

  @Patch(':id/routes/:routeId')
  @HttpCode(204)
  @Can('region.manage')
  @ApiOperation({ operationId: 'changeRoute', summary: 'Rename a reading route' })
  @ApiNoContentResponse()
  renameRoute(
    @IdParam('id', 'region.not_found') id: number,
    @IdParam('routeId', 'route.not_found') routeId: number,
    @Body() body: ChangeRouteBody,
  ): Promise<void> {
    return this.changeRegion.route(id, routeId, body);
  }
}
