import { Injectable } from '@nestjs/common';
import { JsonWebTokenError, JwtService } from '@nestjs/jwt';
import { Clock } from '../../../platform/clock';
import { ACCESS_TOKEN_TYPE } from './access-token-keys';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface AccessClaims {
  readonly userId: number;
  readonly sessionId: string;
}

interface ReadToken {
  readonly header: { readonly typ?: string };
  readonly payload: Readonly<Record<'sub' | 'sid' | 'iat' | 'exp', unknown>>;
}

/** Short-lived access tokens by the clock of the product; algorithm and keys: access-token-keys. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
  ) {}

  sign({ userId, sessionId }: AccessClaims): Promise<string> {
    return this.jwt.signAsync({ sid: sessionId, iat: this.now() }, { subject: String(userId) });
  }

  /** @throws JsonWebTokenError saying what is wrong with the token */
  async verify(token: string): Promise<AccessClaims> {
    const { header, payload } = await this.jwt.verifyAsync<ReadToken>(token, {
      complete: true,
      clockTimestamp: this.now(),
    });
    if (header.typ !== ACCESS_TOKEN_TYPE) throw new JsonWebTokenError('another type');
    const { sub, sid, iat, exp } = payload;
    // A token without an end would be good for ever; what is not a number was not written by us.
    if (typeof iat !== 'number' || typeof exp !== 'number') throw new JsonWebTokenError('no time');
    if (typeof sub !== 'string' || !/^[0-9]{1,15}$/.test(sub) || typeof sid !== 'string' || !UUID.test(sid))
      throw new JsonWebTokenError('claims of a foreign shape');
    return { userId: Number(sub), sessionId: sid };
  }

  private now(): number {
    return Math.floor(this.clock.now() / 1000);
  }
}
