import { Body, Controller, Headers, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../../platform/access';
import { HearCallback } from './deliver/hear-callback.service';

class ReceivedDto {
  @ApiProperty() received: boolean;
}

/** Suppliers sign what they tell us; nothing is believed before its signature. */
@ApiTags('ppob')
@Controller('v1/public/ppob/callbacks')
export class PpobCallbacksController {
  constructor(private readonly callbacks: HearCallback) {}

  @Post(':supplier')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    operationId: 'receiveSupplierCallback',
    summary: 'What a supplier says by itself, signed by X-Hub-Signature (HMAC-SHA1 of the body)',
  })
  @ApiOkResponse({ type: ReceivedDto })
  async receive(
    @Param('supplier') supplier: string,
    @Headers('x-hub-signature') signature: string | undefined,
    @Body() body: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<ReceivedDto> {
    await this.callbacks.hear(supplier, request.rawBody ?? Buffer.alloc(0), signature ?? '', body);
    return { received: true };
  }
}
