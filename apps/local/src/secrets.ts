import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseRoles } from './provision';
import { StartFailure } from '../../api/src/process/start-failure';

/** Made at the first start of a home and kept: losing the data key would lose what it sealed. */
export interface Secrets {
  readonly jwtKeys: string;
  readonly dataKeys: string;
  readonly databaseSuperPassword: string;
  readonly databaseRoles: DatabaseRoles;
}

function freshSecrets(): Secrets {
  const password = () => randomBytes(24).toString('base64url');
  return {
    jwtKeys: `${randomBytes(4).toString('hex')}:${randomBytes(32).toString('base64')}`,
    dataKeys: `1:${randomBytes(32).toString('base64')}`,
    databaseSuperPassword: password(),
    databaseRoles: {
      owner: 'tirtapay_owner',
      ownerPassword: password(),
      app: 'tirtapay_app',
      appPassword: password(),
    },
  };
}

export function secretsOf(home: string): Secrets {
  const file = join(home, 'secrets.json');
  if (existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
    } catch {
      throw new StartFailure(`${file} is damaged: restore it, or remove the whole home to start anew`);
    }
  }
  const secrets = freshSecrets();
  // Written aside and renamed, so that a kill in between leaves no half of a key.
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}
