import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { LargeBody } from '../../../../platform/http';
import { CheckSignatureBody, SignatureCheckDto } from '../dto/signature-check.dto';
import { CheckSignature } from './check-signature.service';

@ApiTags('bank-console')
@Controller('v1/signature-checks')
export class SignatureChecksController {
  constructor(private readonly signatures: CheckSignature) {}

  @Post()
  @HttpCode(200)
  @LargeBody()
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'checkSignature',
    summary: 'What is wrong with a signed call; never tells a secret or a right signature',
  })
  @ApiOkResponse({ type: SignatureCheckDto })
  check(@Body() body: CheckSignatureBody): Promise<SignatureCheckDto> {
    return this.signatures.check(body);
  }
}
