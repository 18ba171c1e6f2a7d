import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG } from '../../../platform/config';
import { AblePeople, ApprovalsModule } from '../approvals';
import { ActivePeople } from './active-people';
import { accessTokenOptions } from './access-token-keys';
import { AccessTokens } from './access-tokens';
import { AuthController } from './auth.controller';
import { CheckCredentials } from './check-credentials.service';
import { ChangePassword } from './change-password.service';
import { ChangeUser } from './change-user.service';
import { CodeHalves } from './code-halves.service';
import { CodesController } from './codes.controller';
import { CreateUser } from './create-user.service';
import { Session } from './entities/session.entity';
import { Staff } from './entities/staff.entity';
import { EndSession } from './end-session.service';
import { ForgetSessions } from './forget-sessions';
import { LogIn } from './log-in.service';
import { LogInLimits } from './log-in-limits';
import { OwnAccountController } from './own-account.controller';
import { PrivilegedUsers } from './privileged-users.service';
import { RedeemCode } from './redeem-code.service';
import { RefreshSession } from './refresh-session.service';
import { SecondPerson } from './second-person.service';
import { SecurityLog } from './security-log';
import { SessionAnswers } from './session-answers';
import { SessionAuthenticator } from './session-authenticator';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions';
import { SessionQueries } from './sessions.queries';
import { OwnProof } from './two-step/own-proof';
import { OwnTwoStep } from './two-step/own-two-step.service';
import { TwoStepCodes } from './two-step/two-step-codes';
import { TwoStepController } from './two-step/two-step.controller';
import { TwoStepQueries } from './two-step/two-step.queries';
import { TwoStepRule } from './two-step/two-step-rule';
import { StaffStrategy } from './staff-strategy';
import { UserQueries } from './users.queries';
import { UsersController } from './users.controller';

/** Global, because it answers what lower modules ask: who could decide. */
@Global()
@Module({
  imports: [
    ApprovalsModule,
    TypeOrmModule.forFeature([Session, Staff]),
    JwtModule.registerAsync({ inject: [CONFIG], useFactory: accessTokenOptions }),
  ],
  controllers: [AuthController, CodesController, OwnAccountController, TwoStepController, UsersController],
  providers: [
    AccessTokens,
    CheckCredentials,
    ChangePassword,
    ChangeUser,
    CodeHalves,
    CreateUser,
    EndSession,
    ForgetSessions,
    LogIn,
    LogInLimits,
    OwnProof,
    OwnTwoStep,
    PrivilegedUsers,
    RedeemCode,
    RefreshSession,
    SecondPerson,
    SecurityLog,
    SessionAnswers,
    SessionCookie,
    Sessions,
    SessionQueries,
    UserQueries,
    SessionAuthenticator,
    StaffStrategy,
    TwoStepCodes,
    TwoStepQueries,
    TwoStepRule,
    { provide: AblePeople, useClass: ActivePeople },
  ],
  exports: [AblePeople, SecondPerson],
})
export class IdentityModule {}
