import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ACCESS_TOKEN_SECONDS } from './access-token-keys';
import { AccessTokens } from './access-tokens';
import type { SessionTokenDto } from './dto/auth.dto';
import type { Account } from './check-credentials.service';
import { SessionCookie } from './session-cookie';
import { TwoStepRule } from './two-step/two-step-rule';
import type { OpenSession } from './sessions';
import { signedInUser } from './users.queries';

/** The answer to a log-in and to a refresh: the access token in the body, the refresh token in the cookie. */
@Injectable()
export class SessionAnswers {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly cookie: SessionCookie,
    private readonly rule: TwoStepRule,
  ) {}

  async give(
    reply: FastifyReply,
    { account, session }: { readonly account: Account; readonly session: OpenSession },
  ): Promise<SessionTokenDto> {
    this.cookie.write(reply, session);
    return {
      access_token: await this.tokens.sign({ userId: account.id, sessionId: session.sessionId }),
      token_type: 'Bearer',
      expires_in: ACCESS_TOKEN_SECONDS,
      user: signedInUser(account, this.rule),
    };
  }
}
