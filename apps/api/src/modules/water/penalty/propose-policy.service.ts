import { Injectable } from '@nestjs/common';
import { periodName, type Period } from '@tirtapay/domain';
import { changedMeanwhile, writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database, type Tx } from '../../../platform/database';
import { OutboxDispatcher } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { RequestApproval } from '../../ground/approvals';
import type { PenaltyEffectDto } from './dto/penalty-effect.dto';
import type {
  ChangePenaltyPolicyBody,
  CreatePenaltyPolicyBody,
  PreviewPolicyChangeBody,
} from './dto/penalty-policy.dto';
import { assertNotIssued } from './issued-periods';
import { assertProposable, newPolicy, penaltyCeiling, type NewPolicy } from './new-policy';
import { PolicyEffect } from './policy-effect.service';
import {
  assertChangeable,
  assertNoTwin,
  assertTariffsExist,
  lockPolicy,
  POLICY_APPROVAL,
  type PolicyChange,
} from './policy-rules';
import { POLICY_COLUMNS, type StoredPolicy } from './stored-policy';

/**
 * The numbers of a policy never change once it is written: a new rule is a new policy, and the old one ends. Either
 * waits for a second person, who sees what it would do; nothing that is issued changes its rule.
 */
@Injectable()
export class ProposePolicy {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly approvals: RequestApproval,
    private readonly effect: PolicyEffect,
    private readonly outbox: OutboxDispatcher,
  ) {}

  /**
   * @returns the id of the policy, which is not in force before somebody else approves it
   * @throws Problem penalty_policy.invalid, penalty_policy.period_issued, penalty_policy.overlap, tariff.not_found
   */
  async create(body: CreatePenaltyPolicyBody): Promise<number> {
    const policy = newPolicy(body);
    assertProposable(policy, await penaltyCeiling((sql) => this.database.screen(sql)));
    const effect = await this.effect.of(policy);
    const id = await this.database.transaction(async (tx) => {
      await assertNotIssued(tx, policy.valid_from as Period, {
        kinds: policy.kinds,
        today: this.clock.businessDate(),
      });
      await assertNoTwin(tx, policy);
      await assertTariffsExist(tx, policy.tariff_codes);
      const policyId = await this.insert(tx, policy, body);
      await this.approvals.request(tx, {
        kind: POLICY_APPROVAL,
        entityType: 'kebijakan_denda',
        entityId: policyId,
        summary: `Kebijakan denda ${body.name}, mulai ${periodName(policy.valid_from as Period, 'id')}`,
        payload: {
          change: 'CREATE',
          name: body.name,
          legal_basis: body.legal_basis ?? null,
          ...policy,
          effect,
        },
        reason: body.legal_basis ?? null,
      });
      await writeAudit(tx, {
        action: 'penalty_policy.proposed',
        entityType: 'kebijakan_denda',
        entityId: policyId,
        after: { name: body.name, ...policy },
      });
      return policyId;
    });
    this.outbox.nudge();
    return id;
  }

  /** A name is changed at once; an end, or whether it is in force, waits for a second person. */
  async change(id: number, body: ChangePenaltyPolicyBody): Promise<void> {
    const effect = await this.effectOf(id, body);
    await this.database.transaction(async (tx) => {
      const before = await lockPolicy(tx, id);
      if (before.version !== body.version)
        throw await changedMeanwhile(tx, 'kebijakan_denda', id, before.version);
      if (body.name !== undefined && body.name !== before.name) {
        await tx.query('UPDATE kebijakan_denda SET name = $2, version = version + 1 WHERE id = $1', [
          id,
          body.name,
        ]);
        await writeAudit(tx, {
          action: 'penalty_policy.renamed',
          entityType: 'kebijakan_denda',
          entityId: id,
          before: { name: before.name },
          after: { name: body.name },
        });
      }
      const change: PolicyChange = {
        valid_to: body.valid_to === undefined ? before.valid_to : body.valid_to,
        active: body.active ?? before.active,
      };
      if (change.valid_to === before.valid_to && change.active === before.active) return;
      await assertChangeable(tx, before, change, this.clock.businessDate());
      await this.approvals.request(tx, {
        kind: POLICY_APPROVAL,
        entityType: 'kebijakan_denda',
        entityId: id,
        summary: `Perubahan kebijakan denda ${body.name ?? before.name}`,
        payload: {
          change: 'CHANGE',
          name: body.name ?? before.name,
          before: { valid_to: before.valid_to, active: before.active },
          after: { ...change },
          ...(effect !== null && { effect }),
        },
        reason: body.reason ?? null,
      });
    });
    this.outbox.nudge();
  }

  /** What the change of an end or a switch would do; nothing is stored. @throws Problem penalty_policy.not_found */
  async preview(id: number, body: PreviewPolicyChangeBody): Promise<PenaltyEffectDto> {
    const [before] = await this.database.screen<StoredPolicy & { readonly active: boolean }>(
      `SELECT ${POLICY_COLUMNS}, active FROM kebijakan_denda WHERE id = $1`,
      [id],
    );
    if (before === undefined) throw new Problem('penalty_policy.not_found');
    return this.effect.ofChange(before, {
      valid_to: body.valid_to === undefined ? before.valid_to : body.valid_to,
      active: body.active ?? before.active,
    });
  }

  private async effectOf(id: number, body: ChangePenaltyPolicyBody): Promise<PenaltyEffectDto | null> {
    return body.valid_to === undefined && body.active === undefined ? null : this.preview(id, body);
  }

  private async insert(tx: Tx, policy: NewPolicy, body: CreatePenaltyPolicyBody): Promise<number> {
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO kebijakan_denda (valid_from, valid_to, mode, amount, tiers, basis_points, per_month, grace_days, cap,
         tariff_codes, name, legal_basis, created_by, created_at, active, status, kinds)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, false, 'PENDING', $15) RETURNING id`,
      [
        policy.valid_from,
        policy.valid_to,
        policy.mode,
        policy.amount,
        policy.tiers === null ? null : JSON.stringify(policy.tiers),
        policy.basis_points,
        policy.per_month,
        policy.grace_days,
        policy.cap,
        policy.tariff_codes,
        body.name,
        body.legal_basis ?? null,
        currentUserId(),
        this.clock.date(),
        policy.kinds,
      ],
    );
    return id;
  }
}
