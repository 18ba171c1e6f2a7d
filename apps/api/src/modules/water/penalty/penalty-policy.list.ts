import { PENALTY_MODES } from '@tirtapay/domain';
import type { ListDefinition, ListShape } from '../../../platform/list';
import { type PenaltyPolicyDto } from './dto/penalty-policy.dto';
import { POLICY_APPROVAL } from './policy-rules';
import { POLICY_COLUMNS, type StoredPolicy } from './stored-policy';

interface Row extends StoredPolicy {
  readonly name: string;
  readonly legal_basis: string | null;
  readonly active: boolean;
  readonly status: PenaltyPolicyDto['status'];
  readonly pending_approval_id: number | null;
  readonly created_at: Date;
  readonly version: number;
}

export const POLICY_LIST_SHAPE: ListShape = {
  defaultSort: '-valid_from',
  sortable: { id: 'id', name: 'name', valid_from: 'valid_from' },
  filters: {
    active: { type: 'boolean', where: 'active = $$' },
    mode: { type: 'text', where: 'mode = $$', choices: PENALTY_MODES },
  },
  search: [{ expression: 'name', match: 'contains' }],
};

export function policyList(text: (epoch: number) => string): ListDefinition<Row, PenaltyPolicyDto> {
  return {
    ...POLICY_LIST_SHAPE,
    from: 'kebijakan_denda',
    select: `${POLICY_COLUMNS}, name, legal_basis, active, status, created_at, version,
      (SELECT a.id FROM persetujuan a WHERE a.kind = '${POLICY_APPROVAL}' AND a.entity_type = 'kebijakan_denda'
         AND a.entity_id = kebijakan_denda.id AND a.status = 'PENDING') AS pending_approval_id`,
    defaultSort: '-valid_from',
    tieBreaker: 'id',
    map: (row) => ({
      id: row.id,
      name: row.name,
      valid_from: row.valid_from,
      valid_to: row.valid_to,
      mode: row.mode,
      amount: row.amount,
      tiers: row.tiers?.map(({ fromMonth, amount }) => ({ from_month: fromMonth, amount })) ?? null,
      basis_points: row.basis_points,
      per_month: row.per_month,
      grace_days: row.grace_days,
      cap: row.cap,
      tariff_codes: row.tariff_codes === null ? null : [...row.tariff_codes],
      kinds: [...row.kinds],
      legal_basis: row.legal_basis,
      active: row.active,
      status: row.status,
      pending_approval_id: row.pending_approval_id,
      created_at: text(row.created_at.getTime()),
      version: row.version,
    }),
  };
}
