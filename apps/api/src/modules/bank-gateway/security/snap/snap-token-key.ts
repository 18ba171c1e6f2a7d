import type { JwtModuleOptions } from '@nestjs/jwt';
import { createHmac, createSecretKey } from 'node:crypto';
import type { Config } from '../../../../platform/config';

/** ASPI: fifteen minutes. */
export const SNAP_TOKEN_SECONDS = 900;
/** Neither a staff access token nor anything else of ours can be taken for one of these: own key, own type. */
export const SNAP_TOKEN_TYPE = 'snap+jwt';
const ISSUER = 'tirtapay';
const AUDIENCE = 'tirtapay-snap';
const ALGORITHM = 'HS256';

/** One fixed algorithm and one key of its own, derived so that every replica has it. */
export function snapTokenOptions(config: Config): JwtModuleOptions {
  const key = createHmac('sha256', config.inquiryKey).update('snap-access-token').digest();
  return {
    secret: createSecretKey(key),
    signOptions: {
      algorithm: ALGORITHM,
      header: { alg: ALGORITHM, typ: SNAP_TOKEN_TYPE },
      issuer: ISSUER,
      audience: AUDIENCE,
      expiresIn: SNAP_TOKEN_SECONDS,
    },
    verifyOptions: { algorithms: [ALGORITHM], issuer: ISSUER, audience: AUDIENCE },
  };
}
