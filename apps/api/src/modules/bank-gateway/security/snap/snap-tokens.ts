import { Inject, Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT } from 'jose';
import { createHmac, randomUUID } from 'node:crypto';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import type { SnapPartner } from './snap-partner-directory';

/** ASPI: fifteen minutes. */
export const SNAP_TOKEN_SECONDS = 900;
const ISSUER = 'tirtapay';
const AUDIENCE = 'tirtapay-snap';
/** Neither a staff access token nor anything else of ours can be taken for one of these: own key, own type. */
const TYPE = 'snap+jwt';
const ALGORITHM = 'HS256';

/** B2B access tokens (service 73): stateless, bound to one partner, worth nothing once the partner is revoked. */
@Injectable()
export class SnapTokens {
  private readonly key: Buffer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
  ) {
    this.key = createHmac('sha256', config.inquiryKey).update('snap-access-token').digest();
  }

  issue(partner: SnapPartner): Promise<string> {
    const issued = Math.floor(this.clock.now() / 1000);
    return new SignJWT()
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(String(partner.id))
      .setJti(randomUUID())
      .setIssuedAt(issued)
      .setExpirationTime(issued + SNAP_TOKEN_SECONDS)
      .sign(this.key);
  }

  /** Whether the token is one we issued to this partner and it has not expired; checked in full for a stranger too. */
  async belongsTo(token: string, partner: SnapPartner | null): Promise<boolean> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        typ: TYPE,
        requiredClaims: ['exp', 'iat', 'sub'],
        currentDate: this.clock.date(),
      });
      return partner !== null && payload.sub === String(partner.id);
    } catch {
      return false;
    }
  }
}
