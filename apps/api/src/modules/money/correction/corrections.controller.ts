import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { Accepted } from '../../../platform/http';
import { IdParam } from '../../../platform/validation';
import { CorrectOpeningBalance } from './correct-opening-balance.service';
import { CorrectionNotes } from './correction-notes.queries';
import type { CorrectionWish } from './correction-wish';
import {
  CorrectionNoteDto,
  CorrectionPreviewDto,
  CorrectionRequestDto,
  CorrectOpeningBody,
  PreviewCorrectionBody,
  RequestCorrectionBody,
  ReturnChargeBody,
} from './dto/correction.dto';
import { ReturnPaidCharge } from './return-paid-charge.service';
import { RequestCorrection } from './request-correction.service';

@ApiTags('bills')
@Controller('v1/bills')
export class CorrectionsController {
  constructor(
    private readonly requests: RequestCorrection,
    private readonly openings: CorrectOpeningBalance,
    private readonly notes: CorrectionNotes,
    private readonly charges: ReturnPaidCharge,
  ) {}

  @Get(':id/corrections')
  @Can('bill.read')
  @ApiOperation({
    operationId: 'listBillCorrections',
    summary: 'What was found wrong about a bill, and what became of it',
  })
  @ApiOkResponse({ type: [CorrectionNoteDto] })
  list(@IdParam('id', 'bill.not_found') id: number): Promise<CorrectionNoteDto[]> {
    return this.notes.ofBill(id);
  }

  @Post(':id/corrections/preview')
  @HttpCode(200)
  @Can('bill.correct.request')
  @ApiOperation({
    operationId: 'previewBillCorrection',
    summary: 'What a right stand or category would change; stores nothing',
  })
  @ApiOkResponse({ type: CorrectionPreviewDto })
  preview(
    @IdParam('id', 'bill.not_found') id: number,
    @Body() body: PreviewCorrectionBody,
  ): Promise<CorrectionPreviewDto> {
    return this.requests.preview(wishOf(id, body));
  }

  @Post(':id/corrections')
  @Can('bill.correct.request')
  @ApiOperation({
    operationId: 'requestBillCorrection',
    summary: 'Asks a second person to correct the bill',
  })
  @Accepted(CorrectionRequestDto)
  request(
    @IdParam('id', 'bill.not_found') id: number,
    @Body() body: RequestCorrectionBody,
  ): Promise<CorrectionRequestDto> {
    return this.requests.request(wishOf(id, body), body.reason);
  }

  @Post(':id/opening-correction')
  @Can('bill.correct.request')
  @ApiOperation({
    operationId: 'requestOpeningCorrection',
    summary: 'Asks a second person to put right a balance that was taken over, while it is owed',
  })
  @Accepted(CorrectionRequestDto)
  opening(
    @IdParam('id', 'bill.not_found') id: number,
    @Body() { principal, penalty, reason }: CorrectOpeningBody,
  ): Promise<CorrectionRequestDto> {
    return this.openings.request(id, { principal, penalty }, reason);
  }

  @Post(':id/charge-return')
  @Can('bill.correct.request')
  @ApiOperation({
    operationId: 'returnPaidCharge',
    summary: 'Asks a second person to put a charge that credit has paid back into the credit',
  })
  @Accepted(CorrectionRequestDto)
  async returnCharge(
    @IdParam('id', 'bill.not_found') id: number,
    @Body() body: ReturnChargeBody,
  ): Promise<CorrectionRequestDto> {
    return { approval_id: await this.charges.request(id, body.reason), status: 'PENDING' };
  }
}

function wishOf(billId: number, body: PreviewCorrectionBody): CorrectionWish {
  return {
    bill_id: billId,
    current_stand: body.current_stand ?? null,
    tariff_id: body.tariff_id ?? null,
    removed_stand: body.removed_stand ?? null,
    installed_stand: body.installed_stand ?? null,
  };
}
