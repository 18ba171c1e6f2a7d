import { Body, Controller, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { Problem } from '../../../../platform/problem';
import { BasketBody, BasketDto } from '../dto/basket.dto';
import { BasketQueries } from './basket.queries';
import { SellBasket } from './sell-basket.service';

const JSON_TYPE = 'application/json; charset=utf-8';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@ApiTags('counter')
@Controller('v1/counter/baskets')
export class BasketsController {
  constructor(
    private readonly selling: SellBasket,
    private readonly baskets: BasketQueries,
  ) {}

  @Post()
  @HttpCode(201)
  @Can('counter.sell')
  @ApiOperation({
    operationId: 'sellBasket',
    summary: 'Sells water bills and services for cash in your open shift',
  })
  @ApiCreatedResponse({ type: BasketDto })
  @ApiOkResponse({ type: BasketDto, description: 'A repetition: the same answer' })
  async sell(@Body() body: BasketBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { answer, replayed } = await this.selling.sell(body);
    if (replayed) void reply.status(200).header('Idempotent-Replayed', 'true');
    void reply.header('Content-Type', JSON_TYPE);
    return answer;
  }

  @Get(':id')
  @Can('counter.sell')
  @Header('Content-Type', JSON_TYPE)
  @ApiOperation({ operationId: 'getBasket', summary: 'What became of a basket of yours' })
  @ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } })
  @ApiOkResponse({ type: BasketDto })
  one(@Param('id') id: string): Promise<string> {
    if (!UUID.test(id)) throw new Problem('counter.basket_not_found');
    return this.baskets.answer(id);
  }
}
