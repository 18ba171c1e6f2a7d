import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { SetupDto } from './setup.dto';
import { SetupQueries } from './setup.queries';

@ApiTags('settings')
@Controller('v1/setup')
export class SetupController {
  constructor(private readonly setup: SetupQueries) {}

  @Get()
  @Can('setting.read')
  @ApiOperation({ operationId: 'getSetup', summary: 'What a new installation still needs' })
  @ApiOkResponse({ type: SetupDto })
  steps(): Promise<SetupDto> {
    return this.setup.steps();
  }
}
