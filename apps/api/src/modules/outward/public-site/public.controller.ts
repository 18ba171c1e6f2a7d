import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { zoneLabel } from '@tirtapay/domain';
import { Public } from '../../../platform/access';
import { Clock } from '../../../platform/clock';
import { CONFIG, type Config } from '../../../platform/config';
import { Letterhead } from '../../../platform/letterhead';
import {
  CountersQuery,
  PublicCounterDto,
  PublicInfoDto,
  PublicInquiryBody,
  PublicInquiryDto,
  PublicMethodDto,
  TellerInstructionsDto,
  InstructionsQuery,
  TokenQuery,
} from './public.dto';
import { PublicBills } from './public-bills.queries';
import { PublicCounters } from './public-counters.service';
import { PublicLimits } from './public-limits';
import { PublicMethods } from './public-methods.service';

@ApiTags('public')
@Controller('v1/public')
export class PublicController {
  constructor(
    private readonly bills: PublicBills,
    private readonly methods: PublicMethods,
    private readonly counters: PublicCounters,
    private readonly limits: PublicLimits,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly letterhead: Letterhead,
  ) {}

  @Get('info')
  @Public()
  @ApiOperation({ operationId: 'getPublicInfo', summary: 'Who we are, office hours, server time' })
  @ApiOkResponse({ type: PublicInfoDto })
  info(): PublicInfoDto {
    const now = this.clock.now();
    return {
      utility: this.letterhead.current,
      zone: this.clock.zone,
      zone_label: zoneLabel(now, this.clock.zone),
      business_date: this.clock.businessDate(),
      server_time: this.clock.text(now),
      sandbox: this.config.demo,
    };
  }

  @Post('inquiries')
  @HttpCode(200)
  @Public()
  @ApiOperation({ operationId: 'inquirePublicBills', summary: 'Open bills by customer number' })
  @ApiOkResponse({ type: PublicInquiryDto })
  inquire(@Body() body: PublicInquiryBody): Promise<PublicInquiryDto> {
    return this.bills.inquire(body.customer_number, body.meter_digits);
  }

  @Get('inquiries/:token')
  @Public()
  @ApiOperation({
    operationId: 'getPublicInquiry',
    summary: 'The same, fresh, by the link of an earlier inquiry',
  })
  @ApiOkResponse({ type: PublicInquiryDto })
  inquiry(@Param('token') token: string): Promise<PublicInquiryDto> {
    return this.limits.follow(token, () => this.bills.byToken(token));
  }

  @Get('inquiries/:token/counters')
  @Public()
  @ApiOperation({
    operationId: 'listPublicCounters',
    summary: 'Counters of a bank and of the utility, those in the customer’s region first',
  })
  @ApiOkResponse({ type: [PublicCounterDto] })
  nearestCounters(@Param('token') token: string, @Query() query: CountersQuery): Promise<PublicCounterDto[]> {
    return this.limits.follow(token, () => this.counters.nearest(token, query.bank));
  }

  @Get('payment-methods')
  @Public()
  @ApiOperation({ operationId: 'listPublicPaymentMethods', summary: 'Ways to pay with fee and total' })
  @ApiOkResponse({ type: [PublicMethodDto] })
  paymentMethods(@Query() { token }: TokenQuery): Promise<PublicMethodDto[]> {
    return this.limits.follow(token, () => this.methods.methods(token));
  }

  @Get('teller-instructions/:bankCode')
  @Public()
  @ApiOperation({ operationId: 'getTellerInstructions', summary: 'How to pay at a counter of this bank' })
  @ApiOkResponse({ type: TellerInstructionsDto })
  tellerInstructions(
    @Param('bankCode') bankCode: string,
    @Query() query: InstructionsQuery,
  ): Promise<TellerInstructionsDto> {
    return this.limits.follow(query.token, () =>
      this.methods.tellerInstructions(query.token, bankCode, query.lang ?? 'id'),
    );
  }
}
