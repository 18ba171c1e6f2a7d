import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { IdParam } from '../../../platform/validation';
import { HoldDraftBody } from './dto/hold-draft.dto';
import { HoldDraft } from './hold-draft.service';

@ApiTags('bills')
@Controller('v1/bills')
export class HeldDraftsController {
  constructor(private readonly drafts: HoldDraft) {}

  @Post(':id/hold')
  @HttpCode(204)
  @Can('bill.issue')
  @ApiOperation({ operationId: 'holdDraftBill', summary: 'Keep a draft out of every run, with the reason' })
  @ApiNoContentResponse()
  hold(@IdParam('id', 'bill.not_found') id: number, @Body() body: HoldDraftBody): Promise<void> {
    return this.drafts.hold(id, body.reason);
  }

  @Post(':id/release')
  @HttpCode(204)
  @Can('bill.issue')
  @ApiOperation({ operationId: 'releaseDraftBill', summary: 'Let a held draft be issued again' })
  @ApiNoContentResponse()
  release(@IdParam('id', 'bill.not_found') id: number): Promise<void> {
    return this.drafts.release(id);
  }
}
