import { APPROVAL_TRANSITIONS, statesOf } from '@tirtapay/domain';
import type { RowOf } from '../../../../platform/database';
import type { ListDefinition, ListShape } from '../../../../platform/list';
import type { WaiverProgrammeDto } from '../dto/waiver.dto';
import type { WaiverProgramme } from '../entities/waiver-programme.entity';
import { WAIVER_APPROVAL, WAIVER_COLUMNS, type StoredWaiver } from './stored-waiver';

type WaiverRow = StoredWaiver &
  RowOf<WaiverProgramme, 'id' | 'name' | 'legalBasis' | 'revokedOn' | 'lastDay' | 'status' | 'createdAt'> & {
    readonly pending_approval_id: number | null;
    readonly reserved: number;
  };

export const WAIVER_LIST_SHAPE: ListShape = {
  defaultSort: '-valid_from',
  sortable: { id: 'id', name: 'name', valid_from: 'valid_from', valid_to: 'last_day' },
  filters: {
    status: { type: 'text', where: 'status = $$', choices: statesOf(APPROVAL_TRANSITIONS) },
  },
  search: [{ expression: 'name', match: 'contains' }],
};

export function waiverList(text: (epoch: number) => string): ListDefinition<WaiverRow, WaiverProgrammeDto> {
  return {
    ...WAIVER_LIST_SHAPE,
    from: 'program_pemutihan',
    select: `id, ${WAIVER_COLUMNS}, name, legal_basis, revoked_on, last_day, status, created_at,
      (SELECT coalesce(sum(j.reserved), 0)::bigint FROM pemutihan_jatah j WHERE j.programme_id = program_pemutihan.id) AS reserved,
      (SELECT a.id FROM persetujuan a WHERE a.kind = '${WAIVER_APPROVAL}' AND a.entity_type = 'program_pemutihan'
         AND a.entity_id = program_pemutihan.id AND a.status = 'PENDING') AS pending_approval_id`,
    defaultSort: '-valid_from',
    tieBreaker: 'id',
    map: ({ revoked_on, created_at, region_codes, tariff_codes, ...row }) => ({
      ...row,
      region_codes: region_codes === null ? null : [...region_codes],
      tariff_codes: tariff_codes === null ? null : [...tariff_codes],
      revoked: revoked_on !== null,
      created_at: text(created_at.getTime()),
    }),
  };
}
