import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import type { AblePeople, PersonDto } from '../approvals';

/** People who can sign in now, for whoever waits for one of them. */
@Injectable()
export class ActivePeople implements AblePeople {
  constructor(private readonly database: Database) {}

  ofRoles(roles: readonly string[]): Promise<PersonDto[]> {
    return this.database.read<PersonDto & Record<string, unknown>>(
      'SELECT id, name FROM pengguna WHERE active AND role = ANY($1) ORDER BY name, id',
      [roles],
    );
  }

  counts(): Promise<{ role: string; people: number }[]> {
    return this.database.read<{ role: string; people: number }>(
      'SELECT role, count(*) AS people FROM pengguna WHERE active GROUP BY role',
    );
  }
}
