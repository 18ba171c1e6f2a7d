import { Injectable } from '@nestjs/common';
import { validatePenaltyPolicy } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { ChangePenaltyPolicyBody, CreatePenaltyPolicyBody } from './dto/penalty-policy.dto';
import { PolicyBook } from './policy-book';
import { POLICY_COLUMNS, toPolicy, type StoredPolicy } from './stored-policy';

type NewPolicy = Omit<StoredPolicy, 'id'>;

function newPolicy(body: CreatePenaltyPolicyBody): NewPolicy {
  return {
    valid_from: body.valid_from,
    valid_to: body.valid_to ?? null,
    mode: body.mode,
    amount: body.amount ?? null,
    tiers: body.tiers?.map(({ from_month, amount }) => ({ fromMonth: from_month, amount })) ?? null,
    basis_points: body.basis_points ?? null,
    per_month: body.per_month ?? false,
    grace_days: body.grace_days ?? 0,
    cap: body.cap ?? null,
    tariff_codes: body.tariff_codes ?? null,
  };
}

/** The numbers of a policy never change once it is written: a new rule is a new policy, and the old one ends. */
@Injectable()
export class ChangePenaltyPolicy {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly book: PolicyBook,
  ) {}

  async create(body: CreatePenaltyPolicyBody): Promise<number> {
    const policy = newPolicy(body);
    assertValid({ id: 0, ...policy });
    const id = await this.database.transaction(async (tx) => {
      await this.assertNoTwin(tx, policy);
      await assertTariffsExist(tx, policy.tariff_codes);
      const row = await tx.one<{ id: number }>(
        `INSERT INTO kebijakan_denda (valid_from, valid_to, mode, amount, tiers, basis_points, per_month, grace_days, cap,
           tariff_codes, name, legal_basis, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id`,
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
        ],
      );
      const policyId = row.id;
      await writeAudit(tx, {
        action: 'penalty_policy.created',
        entityType: 'kebijakan_denda',
        entityId: policyId,
        after: { name: body.name, ...policy },
      });
      return policyId;
    });
    this.book.forget();
    return id;
  }

  async change(id: number, body: ChangePenaltyPolicyBody): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [before] = await tx.query<StoredPolicy & { name: string; active: boolean; version: number }>(
        `SELECT ${POLICY_COLUMNS}, name, active, version FROM kebijakan_denda WHERE id = $1 FOR UPDATE`,
        [id],
      );
      if (before === undefined) throw new Problem('penalty_policy.not_found');
      if (before.version !== body.version)
        throw new Problem('version.conflict', { members: { current_version: before.version } });
      const after = {
        name: body.name ?? before.name,
        valid_to: body.valid_to === undefined ? before.valid_to : body.valid_to,
        active: body.active ?? before.active,
      };
      assertValid({ ...before, valid_to: after.valid_to });
      if (after.active && !before.active) await this.assertNoTwin(tx, before);
      await tx.query(
        'UPDATE kebijakan_denda SET name = $2, valid_to = $3, active = $4, version = version + 1 WHERE id = $1',
        [id, after.name, after.valid_to, after.active],
      );
      await writeAudit(tx, {
        action: 'penalty_policy.changed',
        entityType: 'kebijakan_denda',
        entityId: id,
        before: { name: before.name, valid_to: before.valid_to, active: before.active },
        after,
      });
    });
    this.book.forget();
  }

  /** Two active policies for the same categories from the same period: nobody could say which one was meant. */
  private async assertNoTwin(tx: Tx, policy: NewPolicy): Promise<void> {
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('kebijakan_denda'))");
    const [twin] = await tx.query<{ id: number }>(
      `SELECT id FROM kebijakan_denda WHERE active AND valid_from = $1
         AND coalesce(tariff_codes, '{}') @> coalesce($2::text[], '{}') AND coalesce(tariff_codes, '{}') <@ coalesce($2::text[], '{}')`,
      [policy.valid_from, policy.tariff_codes],
    );
    if (twin !== undefined) throw new Problem('penalty_policy.overlap', { members: { policy_id: twin.id } });
  }
}

function assertValid(policy: StoredPolicy): void {
  const problems = validatePenaltyPolicy(toPolicy(policy));
  if (problems.length > 0)
    throw new Problem('penalty_policy.invalid', {
      detail: problems.join(', '),
      errors: problems.map((problem) => ({ pointer: '', code: problem.toLowerCase(), message: problem })),
    });
}

async function assertTariffsExist(tx: Tx, codes: readonly string[] | null): Promise<void> {
  if (codes === null) return;
  const rows = await tx.query<{ code: string }>('SELECT code FROM tarif WHERE code = ANY ($1)', [codes]);
  const known = new Set(rows.map((row) => row.code));
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0)
    throw new Problem('tariff.not_found', {
      errors: [{ pointer: '/tariff_codes', code: 'unknown', message: unknown.slice(0, 5).join(', ') }],
    });
}
