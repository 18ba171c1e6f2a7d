import { Injectable, type OnModuleInit } from '@nestjs/common';
import { customerKey } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { FollowUps, RequestApproval, type SettledAboutRow } from '../../ground/approvals';
import { forAudit, writeHistory } from './customer-changes';
import type { LegacyNumberBody, LegacyNumberRequestedDto } from './dto/legacy-number.dto';
import { lockCustomer } from './locked-customer';
import { refuseDuplicate, refuseField } from './refusals';
import { CUSTOMER_SAYS } from './sentences';

const LEGACY_NUMBER_APPROVAL = 'legacy_number';

interface Agreed {
  readonly legacy_number: string | null;
  readonly reason: string;
  readonly before: { readonly legacy_number: string | null };
}

/**
 * Whoever pays by an earlier number pays for whom a file gave it to. One that was given wrongly is put right or taken away by two
 * people: it decides whose bills are paid, and one alone could have others pay their own. See docs/adr/0123.
 */
@Injectable()
export class CorrectLegacyNumber implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly approvals: RequestApproval,
    private readonly followUps: FollowUps,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(LEGACY_NUMBER_APPROVAL, { approved: (tx, settled) => this.carryOut(tx, settled) });
  }

  /** @throws Problem customer.not_found, version.conflict, customer.state_conflict, customer.duplicate, approval.pending, request.invalid */
  request(
    customerId: number,
    { version, legacy_number: written, reason }: LegacyNumberBody,
  ): Promise<LegacyNumberRequestedDto> {
    return this.database.transaction(async (tx) => {
      const customer = await lockCustomer(tx, customerId, version);
      if (wasTakenBack(customer.customer_number))
        throw new Problem('customer.state_conflict', { members: { current_state: customer.state } });
      const asked = written === null ? null : written.toUpperCase();
      const before = await numberOf(tx, customerId);
      if (asked === before) refuseField('/legacy_number', 'unchanged', CUSTOMER_SAYS.sameLegacyNumber);
      if (asked !== null) await assertFree(tx, customerId, asked);
      const approvalId = await this.approvals.request(tx, {
        kind: LEGACY_NUMBER_APPROVAL,
        entityType: 'pelanggan',
        entityId: customerId,
        summary: `Nomor lama ${customer.customer_number} ${customer.name}: ${before ?? 'tidak ada'} → ${asked ?? 'tidak ada'}`,
        payload: {
          customer_number: customer.customer_number,
          customer_name: customer.name,
          legacy_number: asked,
          reason,
          before: { legacy_number: before },
        },
        reason,
      });
      return { approval_id: approvalId, status: 'PENDING' };
    });
  }

  /** @throws Problem approval.outdated when the number is another by now, customer.duplicate when somebody else has it */
  private async carryOut(tx: Tx, { entityId: id, payload, decidedBy }: SettledAboutRow): Promise<void> {
    const { legacy_number: agreed, before, reason } = payload as Agreed;
    const customer = await tx.one<{ customer_number: string }>(
      'SELECT customer_number FROM pelanggan WHERE id = $1 FOR NO KEY UPDATE',
      [id],
    );
    if (wasTakenBack(customer.customer_number) || (await numberOf(tx, id)) !== before.legacy_number)
      throw new Problem('approval.outdated');
    if (agreed !== null) await assertFree(tx, id, agreed);
    await tx.query('DELETE FROM pelanggan_alias WHERE customer_id = $1', [id]);
    if (agreed !== null)
      await tx
        .query('INSERT INTO pelanggan_alias (alias, customer_id) VALUES ($1, $2)', [agreed, id])
        .catch(refuseDuplicate);
    await tx.query('UPDATE pelanggan SET version = version + 1 WHERE id = $1', [id]);
    const change = { field: 'legacy_number', before: before.legacy_number, after: agreed };
    await writeHistory(tx, id, [change], { at: this.clock.date(), userId: decidedBy, reason });
    await writeAudit(tx, {
      action: 'customer.legacy_number_changed',
      entityType: 'pelanggan',
      entityId: id,
      before: forAudit([change], 'before'),
      after: { ...forAudit([change], 'after'), reason },
    });
  }
}

/** No region has the code 00: whoever was taken back with a file has a number of nobody. */
const wasTakenBack = (customerNumber: string): boolean => customerNumber.startsWith('00');

async function numberOf(tx: Tx, customerId: number): Promise<string | null> {
  const [row] = await tx.query<{ alias: string }>(
    'SELECT alias FROM pelanggan_alias WHERE customer_id = $1 ORDER BY alias LIMIT 1',
    [customerId],
  );
  return row?.alias ?? null;
}

/** One nobody would find, or that would be taken for a number of ours, names nobody. */
async function assertFree(tx: Tx, customerId: number, asked: string): Promise<void> {
  const key = customerKey(asked);
  if (key.kind !== 'LEGACY') {
    refuseField('/legacy_number', 'not_a_legacy_number', CUSTOMER_SAYS.notALegacyNumber);
    return;
  }
  const [other] = await tx.query<{ customer_number: string }>(
    `SELECT p.customer_number FROM pelanggan_alias a JOIN pelanggan p ON p.id = a.customer_id
     WHERE key_form(a.alias) = $1 AND a.customer_id <> $2`,
    [key.value, customerId],
  );
  if (other !== undefined)
    throw new Problem('customer.duplicate', {
      errors: [
        {
          code: 'duplicate',
          pointer: '/legacy_number',
          message: CUSTOMER_SAYS.legacyNumberTaken(other.customer_number),
        },
      ],
    });
}
