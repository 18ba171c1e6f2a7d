import { Inject, Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT, type JWTHeaderParameters } from 'jose';
import type { KeyObject } from 'node:crypto';
import { Clock } from '../../../platform/clock';
import { CONFIG, type Config } from '../../../platform/config';

export const ACCESS_TOKEN_SECONDS = 900;
const ISSUER = 'tirtapay';
const AUDIENCE = 'tirtapay-api';
/** RFC 9068: nothing else of ours, and nothing of somebody else's, can be taken for an access token. */
const TYPE = 'at+jwt';
const ALGORITHM = 'HS256';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface AccessClaims {
  readonly userId: number;
  readonly sessionId: string;
}

/** Short-lived access tokens: one fixed algorithm, keys picked by `kid` from the ring, so that keys can be rotated. */
@Injectable()
export class AccessTokens {
  private readonly keys: ReadonlyMap<string, KeyObject>;
  private readonly current: { readonly kid: string; readonly key: KeyObject };

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
  ) {
    const [current] = config.jwtKeys;
    if (current === undefined) throw new Error('no key to sign access tokens with');
    this.current = current;
    this.keys = new Map(config.jwtKeys.map(({ kid, key }) => [kid, key]));
  }

  sign({ userId, sessionId }: AccessClaims): Promise<string> {
    const issued = Math.floor(this.clock.now() / 1000);
    return new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: this.current.kid })
      .setSubject(String(userId))
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(issued)
      .setExpirationTime(issued + ACCESS_TOKEN_SECONDS)
      .sign(this.current.key);
  }

  /** @throws a jose error saying what is wrong with the token */
  async verify(token: string): Promise<AccessClaims> {
    const { payload } = await jwtVerify(token, (header) => this.keyOf(header), {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: TYPE,
      requiredClaims: ['exp', 'iat', 'sub', 'sid'],
      currentDate: this.clock.date(),
    });
    const { sub, sid } = payload;
    if (sub === undefined || !/^[0-9]{1,15}$/.test(sub) || typeof sid !== 'string' || !UUID.test(sid))
      throw new TypeError('claims of a foreign shape');
    return { userId: Number(sub), sessionId: sid };
  }

  private keyOf({ kid }: JWTHeaderParameters): KeyObject {
    const key = this.keys.get(kid ?? '');
    if (key === undefined) throw new TypeError('unknown key');
    return key;
  }
}
