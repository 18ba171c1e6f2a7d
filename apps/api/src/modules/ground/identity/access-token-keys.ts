import { JsonWebTokenError, JwtSecretRequestType, JwtService, type JwtModuleOptions } from '@nestjs/jwt';
import type { KeyObject } from 'node:crypto';
import type { Config } from '../../../platform/config';

/** RFC 9068: nothing else of ours, and nothing of somebody else's, can be taken for an access token. */
export const ACCESS_TOKEN_TYPE = 'at+jwt';
export const ACCESS_TOKEN_SECONDS = 900;
const ISSUER = 'tirtapay';
const AUDIENCE = 'tirtapay-api';
const ALGORITHM = 'HS256';

/** One fixed algorithm; the first key of the ring signs, the one a token names by its `kid` verifies it. */
export function accessTokenOptions(config: Config): JwtModuleOptions {
  const [current] = config.jwtKeys;
  if (current === undefined) throw new Error('no key to sign access tokens with');
  const keys: ReadonlyMap<unknown, KeyObject> = new Map(config.jwtKeys.map(({ kid, key }) => [kid, key]));
  const reader = new JwtService();
  const keyOf = (token: unknown): KeyObject => {
    const decoded: unknown = typeof token === 'string' ? reader.decode(token, { complete: true }) : null;
    const key = keys.get((decoded as { header: { kid?: unknown } } | null)?.header.kid);
    if (key === undefined) throw new JsonWebTokenError('unknown key');
    return key;
  };
  return {
    signOptions: {
      algorithm: ALGORITHM,
      header: { alg: ALGORITHM, typ: ACCESS_TOKEN_TYPE },
      keyid: current.kid,
      issuer: ISSUER,
      audience: AUDIENCE,
      expiresIn: ACCESS_TOKEN_SECONDS,
    },
    verifyOptions: { algorithms: [ALGORITHM], issuer: ISSUER, audience: AUDIENCE },
    secretOrKeyProvider: (request, token) =>
      request === JwtSecretRequestType.SIGN ? current.key : keyOf(token),
  };
}
