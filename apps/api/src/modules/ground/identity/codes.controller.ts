import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/access';
import { CodeBody, CodeOwnerDto, RedeemCodeBody } from './dto/code.dto';
import { RedeemCode } from './redeem-code.service';

@ApiTags('auth')
@Controller('v1/auth/codes')
export class CodesController {
  constructor(private readonly redeem: RedeemCode) {}

  @Post('owner')
  @HttpCode(200)
  @Public()
  @ApiOperation({ operationId: 'getCodeOwner', summary: 'Whose one-time code this is' })
  @ApiOkResponse({ type: CodeOwnerDto })
  owner(@Body() { code }: CodeBody): Promise<CodeOwnerDto> {
    return this.redeem.owner(code);
  }

  @Post('redemption')
  @HttpCode(204)
  @Public()
  @ApiOperation({ operationId: 'redeemCode', summary: 'Turns a one-time code into a password of one’s own' })
  @ApiNoContentResponse()
  redemption(@Body() body: RedeemCodeBody): Promise<void> {
    return this.redeem.execute(body);
  }
}
