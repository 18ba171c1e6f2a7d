import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { randomUUID } from 'node:crypto';
import { Clock } from '../../../../platform/clock';
import type { SnapPartner } from './snap-partner-directory';
import { SNAP_TOKEN_TYPE } from './snap-token-key';

interface ReadToken {
  readonly header: { readonly typ?: string };
  readonly payload: Readonly<Record<'sub' | 'iat' | 'exp', unknown>>;
}

/** B2B access tokens (service 73): stateless, bound to one partner, worth nothing once the partner is revoked. */
@Injectable()
export class SnapTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
  ) {}

  issue(partner: SnapPartner): Promise<string> {
    return this.jwt.signAsync({ iat: this.now() }, { subject: String(partner.id), jwtid: randomUUID() });
  }

  /** Whether the token is one we issued to this partner and it has not expired; checked in full for a stranger too. */
  async belongsTo(token: string, partner: SnapPartner | null): Promise<boolean> {
    try {
      const { header, payload } = await this.jwt.verifyAsync<ReadToken>(token, {
        complete: true,
        clockTimestamp: this.now(),
      });
      const { sub, iat, exp } = payload;
      const ours = header.typ === SNAP_TOKEN_TYPE && typeof iat === 'number' && typeof exp === 'number';
      return ours && partner !== null && sub === String(partner.id);
    } catch {
      return false;
    }
  }

  private now(): number {
    return Math.floor(this.clock.now() / 1000);
  }
}
