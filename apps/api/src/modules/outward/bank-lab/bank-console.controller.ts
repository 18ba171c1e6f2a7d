import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { BANK_CALL_LIST, BankCallQueries } from './bank-calls.queries';
import { BankStatusQueries } from './bank-status.queries';
import { BANK_CALL_COLUMNS, OUTBOUND_CALL_COLUMNS } from './call-export';
import { BankCallDetailDto, BankCallPageDto } from './dto/bank-call.dto';
import { BankStatusDto } from './dto/bank-status.dto';
import { OutboundCallDetailDto, OutboundCallPageDto } from './dto/outbound-call.dto';
import { OUTBOUND_CALL_LIST, OutboundCallQueries } from './outbound-calls.queries';

@ApiTags('bank-console')
@Controller('v1')
export class BankConsoleController {
  constructor(
    private readonly status: BankStatusQueries,
    private readonly calls: BankCallQueries,
    private readonly outbound: OutboundCallQueries,
  ) {}

  @Get('banks/:id/status')
  @Can('bank.read')
  @ApiOperation({ operationId: 'getBankStatus', summary: 'The light of a bank and what makes it so' })
  @ApiOkResponse({ type: BankStatusDto })
  bankStatus(@IdParam('id', 'bank.not_found') id: number): Promise<BankStatusDto> {
    return this.status.of(id);
  }

  @Get('bank-calls')
  @Can('bank.log.read')
  @ApiOperation({ operationId: 'listBankCalls', summary: 'Calls of banks, newest first' })
  @ApiListQuery(BANK_CALL_LIST, BANK_CALL_COLUMNS)
  @ApiOkResponse({ type: BankCallPageDto })
  listCalls(@Query() parameters: ListParameters): Promise<BankCallPageDto> {
    return this.calls.page(parameters);
  }

  @Get('bank-calls/export')
  @Can('bank.log.read')
  @ApiExport('exportBankCalls', BANK_CALL_LIST)
  exportCalls(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'panggilan-bank', BANK_CALL_COLUMNS, this.calls.all(parameters));
  }

  @Get('bank-calls/:id')
  @Can('bank.log.read')
  @ApiOperation({ operationId: 'getBankCall', summary: 'A call with masked bodies and its string-to-sign' })
  @ApiOkResponse({ type: BankCallDetailDto })
  oneCall(@IdParam('id', 'request.not_found') id: number): Promise<BankCallDetailDto> {
    return this.calls.one(id);
  }

  @Get('outbound-calls')
  @Can('bank.log.read')
  @ApiOperation({ operationId: 'listOutboundCalls', summary: 'Our calls to banks, newest first' })
  @ApiListQuery(OUTBOUND_CALL_LIST, OUTBOUND_CALL_COLUMNS)
  @ApiOkResponse({ type: OutboundCallPageDto })
  listOutbound(@Query() parameters: ListParameters): Promise<OutboundCallPageDto> {
    return this.outbound.page(parameters);
  }

  @Get('outbound-calls/export')
  @Can('bank.log.read')
  @ApiExport('exportOutboundCalls', OUTBOUND_CALL_LIST)
  exportOutbound(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'panggilan-keluar', OUTBOUND_CALL_COLUMNS, this.outbound.all(parameters));
  }

  @Get('outbound-calls/:id')
  @Can('bank.log.read')
  @ApiOperation({ operationId: 'getOutboundCall', summary: 'A call of ours with masked bodies' })
  @ApiOkResponse({ type: OutboundCallDetailDto })
  oneOutbound(@IdParam('id', 'request.not_found') id: number): Promise<OutboundCallDetailDto> {
    return this.outbound.one(id);
  }
}
