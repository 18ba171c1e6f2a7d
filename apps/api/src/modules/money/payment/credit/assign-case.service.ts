import { Injectable } from '@nestjs/common';
import { hasPermission, ROLES } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { AblePeople, type PersonDto } from '../../../ground/approvals';
import { assignCase } from '../../../ground/cases';
import { PAYMENT_SAYS } from '../sentences';

const DECIDE = ROLES.filter((role) => hasPermission(role, 'case.resolve'));

/** Who works on a case: only somebody who may decide it. */
@Injectable()
export class AssignCase {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: AblePeople,
  ) {}

  able(): Promise<PersonDto[]> {
    return this.people.ofRoles(DECIDE);
  }

  /** @throws Problem case.not_found, case.resolved, request.invalid when the person may not decide cases */
  async assign(id: number, personId: number | null): Promise<void> {
    if (personId !== null && !(await this.able()).some((person) => person.id === personId))
      throw new Problem('request.invalid', {
        errors: [{ pointer: '/person_id', code: 'not_applicable', message: PAYMENT_SAYS.decidesNoCases }],
      });
    await this.database.transaction((tx) => assignCase(tx, id, { personId, at: this.clock.date() }));
  }
}
