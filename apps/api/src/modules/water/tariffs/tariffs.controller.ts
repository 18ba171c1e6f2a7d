import { Body, Controller, Get, HttpCode, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { ChangeTariff } from './change-tariff.service';
import { ChangeThresholds } from './change-thresholds.service';
import { CreateTariff } from './create-tariff.service';
import { QuoteDto } from './dto/quote.dto';
import {
  ChangeTariffBody,
  ChangeThresholdsBody,
  CreateTariffBody,
  ProposeVersionBody,
  QuoteBody,
} from './dto/tariff.request';
import { TariffDetailDto, TariffPageDto, TariffVersionDto } from './dto/tariff.dto';
import { ProposeVersion } from './propose-version.service';
import { QuoteTariff } from './quote-tariff.service';
import { TARIFF_COLUMNS } from './tariff-export';
import { TARIFF_LIST, TariffQueries } from './tariffs.queries';

@ApiTags('tariffs')
@Controller('v1/tariffs')
export class TariffsController {
  constructor(
    private readonly tariffs: TariffQueries,
    private readonly createTariff: CreateTariff,
    private readonly changeTariff: ChangeTariff,
    private readonly proposeVersion: ProposeVersion,
    private readonly quoteTariff: QuoteTariff,
    private readonly thresholds: ChangeThresholds,
  ) {}

  @Get()
  @Can('tariff.read')
  @ApiOperation({ operationId: 'listTariffs', summary: 'Tariff categories with the price of this month' })
  @ApiListQuery(TARIFF_LIST, TARIFF_COLUMNS)
  @ApiOkResponse({ type: TariffPageDto })
  list(@Query() parameters: ListParameters): Promise<TariffPageDto> {
    return this.tariffs.page(parameters);
  }

  @Get('export')
  @Can('tariff.read')
  @ApiExport('exportTariffs', TARIFF_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'tarif', TARIFF_COLUMNS, this.tariffs.all(parameters));
  }

  @Post()
  @Can('tariff.propose')
  @ApiOperation({ operationId: 'createTariff', summary: 'Add a category, still without a price' })
  @ApiCreatedResponse({ type: TariffDetailDto })
  async create(@Body() body: CreateTariffBody): Promise<TariffDetailDto> {
    return this.tariffs.one(await this.createTariff.execute(body));
  }

  @Post('quote')
  @HttpCode(200)
  @Can('tariff.read')
  @ApiOperation({ operationId: 'quoteTariff', summary: 'What a usage would cost' })
  @ApiOkResponse({ type: QuoteDto })
  quote(@Body() body: QuoteBody): Promise<QuoteDto> {
    return this.quoteTariff.quote(body);
  }

  @Get(':id')
  @Can('tariff.read')
  @ApiOperation({ operationId: 'getTariff', summary: 'A category with all its versions' })
  @ApiOkResponse({ type: TariffDetailDto })
  one(@IdParam('id', 'tariff.not_found') id: number): Promise<TariffDetailDto> {
    return this.tariffs.one(id);
  }

  @Patch(':id')
  @Can('tariff.propose')
  @ApiOperation({
    operationId: 'changeTariff',
    summary: 'Name, group and whether the category is open; its code stays for ever',
  })
  @ApiOkResponse({ type: TariffDetailDto })
  async change(
    @IdParam('id', 'tariff.not_found') id: number,
    @Body() body: ChangeTariffBody,
  ): Promise<TariffDetailDto> {
    await this.changeTariff.execute(id, body);
    return this.tariffs.one(id);
  }

  @Put(':id/thresholds')
  @Can('tariff.propose')
  @ApiOperation({
    operationId: 'changeTariffThresholds',
    summary: 'From which use on a reading of the category is to be looked at',
  })
  @ApiOkResponse({ type: TariffDetailDto })
  async changeThresholds(
    @IdParam('id', 'tariff.not_found') id: number,
    @Body() body: ChangeThresholdsBody,
  ): Promise<TariffDetailDto> {
    await this.thresholds.execute(id, body);
    return this.tariffs.one(id);
  }

  @Post(':id/versions')
  @Can('tariff.propose')
  @ApiOperation({
    operationId: 'proposeTariffVersion',
    summary: 'Propose new prices; a second person decides',
  })
  @ApiCreatedResponse({ type: TariffVersionDto })
  async propose(
    @IdParam('id', 'tariff.not_found') id: number,
    @Body() body: ProposeVersionBody,
  ): Promise<TariffVersionDto> {
    return this.tariffs.version(await this.proposeVersion.execute(id, body));
  }
}
