import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../../../../platform/access';
import { currentStaff } from '../../../../platform/context';
import { Problem } from '../../../../platform/problem';
import {
  NewTwoStepDto,
  RecoveryCodesDto,
  TwoStepConfirmationBody,
  TwoStepDto,
  TwoStepProofBody,
} from '../dto/two-step.dto';
import { OwnProof } from './own-proof';
import { OwnTwoStep } from './own-two-step.service';
import { TwoStepQueries } from './two-step.queries';
import { TwoStepRule } from './two-step-rule';

/** Signing in with an authenticator app: everybody's own. */
@ApiTags('auth')
@Controller('v1/auth/two-step')
export class TwoStepController {
  constructor(
    private readonly proof: OwnProof,
    private readonly own: OwnTwoStep,
    private readonly queries: TwoStepQueries,
    private readonly rule: TwoStepRule,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ operationId: 'getTwoStep', summary: 'Whether the own account signs in in two steps' })
  @ApiOkResponse({ type: TwoStepDto })
  state(): Promise<TwoStepDto> {
    return this.queries.of(currentStaff());
  }

  @Post()
  @HttpCode(200)
  @SignedIn()
  @ApiOperation({
    operationId: 'beginTwoStep',
    summary: 'A secret for an authenticator app',
    description:
      'Nothing changes until a code of the app confirms it. Where it is on already, also for another app.',
  })
  @ApiOkResponse({ type: NewTwoStepDto })
  async begin(@Body() body: TwoStepProofBody): Promise<NewTwoStepDto> {
    await this.proof.of(body);
    return this.own.begin();
  }

  @Post('confirmation')
  @HttpCode(200)
  @SignedIn()
  @ApiOperation({
    operationId: 'confirmTwoStep',
    summary: 'A first code of the app turns it on',
    description: 'The other sessions of the person end. The recovery codes are shown this once.',
  })
  @ApiOkResponse({ type: RecoveryCodesDto })
  confirm(@Body() { code }: TwoStepConfirmationBody): Promise<RecoveryCodesDto> {
    return this.own.confirm(code);
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @SignedIn()
  @ApiOperation({ operationId: 'renewRecoveryCodes', summary: 'New recovery codes; those before are void' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  async renew(@Body() body: TwoStepProofBody): Promise<RecoveryCodesDto> {
    await this.proof.of(body);
    return this.own.renewRecoveryCodes();
  }

  @Post('off')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({
    operationId: 'turnTwoStepOff',
    summary: 'Back to the password alone, where the role allows it',
  })
  @ApiNoContentResponse()
  async off(@Body() body: TwoStepProofBody): Promise<void> {
    if (this.rule.demands(currentStaff().role)) throw new Problem('auth.two_step_demanded');
    await this.proof.of(body);
    await this.own.turnOff();
  }
}
