import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { SupplierHealth } from './supplier/supplier-health.queries';
import { SupplierSandbox } from './supplier/supplier-sandbox.service';
import {
  SetSupplierFaultBody,
  SuppliersHealthDto,
  SupplierSandboxDto,
  TopUpSandboxSupplierBody,
} from './supplier/supplier.dto';

@ApiTags('ppob')
@Controller('v1/ppob')
export class PpobSuppliersController {
  constructor(
    private readonly health: SupplierHealth,
    private readonly sandbox: SupplierSandbox,
  ) {}

  @Get('suppliers')
  @Can('supplier.read')
  @ApiOperation({
    operationId: 'listPpobSuppliers',
    summary: 'How the suppliers do: calls, open sales, what is owed',
  })
  @ApiOkResponse({ type: SuppliersHealthDto })
  async suppliers(): Promise<SuppliersHealthDto> {
    return { data: await this.health.all() };
  }

  @Get('sandbox-supplier')
  @Can('supplier.read')
  @ApiOperation({
    operationId: 'getSandboxSupplier',
    summary: 'The sandbox supplier of a demonstration and its faults',
  })
  @ApiOkResponse({ type: SupplierSandboxDto })
  state(): Promise<SupplierSandboxDto> {
    return this.sandbox.state();
  }

  @Post('sandbox-supplier/faults')
  @HttpCode(204)
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'setSupplierFault',
    summary: 'Lets the sandbox supplier do something wrongly with the next orders',
  })
  @ApiNoContentResponse()
  setFault(@Body() body: SetSupplierFaultBody): Promise<void> {
    return this.sandbox.setFault(body);
  }

  @Post('sandbox-supplier/deposit')
  @HttpCode(204)
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'topUpSandboxSupplier',
    summary: 'Lets the sandbox supplier have received a transfer of ours',
  })
  @ApiNoContentResponse()
  topUp(@Body() body: TopUpSandboxSupplierBody): Promise<void> {
    return this.sandbox.topUp(body);
  }

  @Delete('sandbox-supplier/faults')
  @HttpCode(204)
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'clearSupplierFaults',
    summary: 'The sandbox supplier does everything right again',
  })
  @ApiNoContentResponse()
  clearFaults(): Promise<void> {
    return this.sandbox.clearFaults();
  }
}
