import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { SandboxBankDto, SandboxFaultDto, SetSandboxFaultBody } from '../dto/sandbox-bank.dto';
import { SandboxControls } from './sandbox-controls.service';

@ApiTags('bank-console')
@Controller('v1/sandbox-bank')
export class SandboxBankController {
  constructor(private readonly controls: SandboxControls) {}

  @Get()
  @Can('bank.read')
  @ApiOperation({
    operationId: 'getSandboxBank',
    summary: 'The sandbox bank of a demonstration and its faults',
  })
  @ApiOkResponse({ type: SandboxBankDto })
  state(): Promise<SandboxBankDto> {
    return this.controls.state();
  }

  @Post('faults')
  @HttpCode(200)
  @Can('bank.manage')
  @ApiOperation({ operationId: 'setSandboxFault', summary: 'Lets the sandbox bank do something wrongly' })
  @ApiOkResponse({ type: SandboxFaultDto })
  setFault(@Body() body: SetSandboxFaultBody): Promise<SandboxFaultDto> {
    return this.controls.setFault(body);
  }

  @Delete('faults')
  @HttpCode(204)
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'clearSandboxFaults',
    summary: 'The sandbox bank does everything right again',
  })
  @ApiNoContentResponse()
  clearFaults(): Promise<void> {
    return this.controls.clearFaults();
  }
}
