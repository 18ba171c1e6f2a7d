import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { Accepted } from '../../../../platform/http';
import { IdParam } from '../../../../platform/validation';
import { ApprovalRequestedDto } from '../../../bank-gateway/registry';
import {
  CertificationDto,
  RequestGoLiveBody,
  StandingPaymentsDto,
  StartCertificationBody,
} from '../dto/certification.dto';
import { Certifications } from './certifications.service';
import { GoLive } from './go-live.service';
import { StandingPayments } from './standing-payments.queries';

@ApiTags('bank-console')
@Controller('v1')
export class CertificationsController {
  constructor(
    private readonly certifications: Certifications,
    private readonly live: GoLive,
    private readonly standing: StandingPayments,
  ) {}

  @Get('banks/:id/certifications')
  @Can('bank.read')
  @ApiOperation({ operationId: 'listBankCertifications', summary: 'Certification runs, the newest first' })
  @ApiOkResponse({ type: [CertificationDto] })
  list(@IdParam('id', 'bank.not_found') id: number): Promise<CertificationDto[]> {
    return this.certifications.ofBank(id);
  }

  @Post('banks/:id/certifications')
  @Can('certification.run')
  @ApiOperation({
    operationId: 'startBankCertification',
    summary: 'Watches the calls of a bank and judges its scenarios by what really arrives',
  })
  @Accepted(CertificationDto)
  start(
    @IdParam('id', 'bank.not_found') id: number,
    @Body() body: StartCertificationBody,
  ): Promise<CertificationDto> {
    return this.certifications.start(id, body);
  }

  @Get('banks/:id/standing-payments')
  @Can('bank.read')
  @ApiOperation({
    operationId: 'listStandingTestPayments',
    summary: 'Payments its certifications have posted and nobody has taken back, while the bank is not live',
  })
  @ApiOkResponse({ type: StandingPaymentsDto })
  standingPayments(@IdParam('id', 'bank.not_found') id: number): Promise<StandingPaymentsDto> {
    return this.standing.of(id);
  }

  @Get('certifications/:id')
  @Can('bank.read')
  @ApiOperation({ operationId: 'getCertification', summary: 'A run as it stands now' })
  @ApiOkResponse({ type: CertificationDto })
  one(@IdParam('id', 'certification.not_found') id: number): Promise<CertificationDto> {
    return this.certifications.one(id);
  }

  @Post('certifications/:id/conclusion')
  @HttpCode(200)
  @Can('certification.run')
  @ApiOperation({
    operationId: 'concludeCertification',
    summary: 'Ends a run now: what was not shown has failed, each with its reason',
  })
  @ApiOkResponse({ type: CertificationDto })
  conclude(@IdParam('id', 'certification.not_found') id: number): Promise<CertificationDto> {
    return this.certifications.conclude(id);
  }

  @Get('certifications/:id/report.pdf')
  @Can('bank.read')
  @ApiOperation({ operationId: 'getCertificationReport', summary: 'The run on paper' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async report(
    @IdParam('id', 'certification.not_found') id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const pdf = await this.certifications.report(id);
    void reply
      .header('Content-Type', 'application/pdf')
      .header('Content-Disposition', `inline; filename="sertifikasi-${String(id)}.pdf"`);
    return pdf;
  }

  @Post('banks/:id/go-live')
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'requestBankGoLive',
    summary: 'Asks a second person to open a certified bank for real money',
  })
  @Accepted(ApprovalRequestedDto)
  goLive(
    @IdParam('id', 'bank.not_found') id: number,
    @Body() body: RequestGoLiveBody,
  ): Promise<ApprovalRequestedDto> {
    return this.live.request(id, body);
  }
}
