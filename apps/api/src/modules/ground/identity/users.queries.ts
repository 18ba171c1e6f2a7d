import { Injectable } from '@nestjs/common';
import { ROLE_PERMISSIONS, ROLES } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database, type RowOf } from '../../../platform/database';
import {
  listAll,
  listPage,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import type { SignedInUserDto } from './dto/auth.dto';
import type { UserDto } from './dto/user.dto';
import type { Staff } from './entities/staff.entity';
import { TWO_STEP_ON } from './two-step/two-step-rows';
import { TwoStepRule } from './two-step/two-step-rule';
import type { Account } from './check-credentials.service';

type UserRow = { readonly two_step: boolean } & RowOf<
  Staff,
  'id' | 'username' | 'name' | 'email' | 'role' | 'active' | 'lastLoginAt' | 'createdAt' | 'version'
>;

const SELECT =
  'u.id, u.username, u.name, u.email, u.role, u.active, u.last_login_at, u.created_at, u.version, ' +
  `${TWO_STEP_ON} AS two_step`;

export const USER_LIST = {
  from: 'pengguna u',
  select: SELECT,
  sortable: {
    username: 'u.username',
    name: 'u.name',
    role: 'u.role',
    last_login_at: 'u.last_login_at',
    created_at: 'u.created_at',
  },
  nullable: ['last_login_at'],
  defaultSort: 'username',
  tieBreaker: 'u.id',
  filters: {
    role: { type: 'text', where: 'u.role = $$', choices: ROLES },
    active: { type: 'boolean', where: 'u.active = $$' },
    two_step: { type: 'boolean', where: `${TWO_STEP_ON} = $$` },
  },
  search: [
    { expression: 'u.username', match: 'contains' },
    { expression: 'u.name', match: 'contains' },
    { expression: 'u.email', match: 'contains' },
  ],
} as const satisfies Omit<ListDefinition<UserRow, UserDto>, 'map'>;

/** What the page may know about the person at the keyboard. */
export function signedInUser(account: Account, rule: TwoStepRule): SignedInUserDto {
  return {
    id: account.id,
    username: account.username,
    name: account.name,
    role: account.role,
    permissions: ROLE_PERMISSIONS[account.role],
    must_change_password: account.must_change_password,
    must_set_up_two_step: !account.two_step && rule.demands(account.role),
  };
}

@Injectable()
export class UserQueries {
  private readonly list: ListDefinition<UserRow, UserDto>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rule: TwoStepRule,
  ) {
    this.list = { ...USER_LIST, map: (row) => this.toDto(row) };
  }

  page(parameters: ListParameters): Promise<PageOf<UserDto>> {
    return listPage(this.database, this.list, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<UserDto> {
    return listAll(this.database, this.list, parameters);
  }

  /** @throws Problem user.not_found */
  async one(id: number): Promise<UserDto> {
    const [row] = await this.database.read<UserRow & Record<string, unknown>>(
      `SELECT ${SELECT} FROM pengguna u WHERE u.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('user.not_found');
    return this.toDto(row);
  }

  /** @throws Problem user.not_found */
  async signedIn(id: number): Promise<SignedInUserDto> {
    const [account] = await this.database.read<Account & Record<string, unknown>>(
      `SELECT u.id, u.username, u.name, u.role, u.must_change_password, ${TWO_STEP_ON} AS two_step
       FROM pengguna u WHERE u.id = $1`,
      [id],
    );
    if (account === undefined) throw new Problem('user.not_found');
    return signedInUser(account, this.rule);
  }

  private toDto(row: UserRow): UserDto {
    return {
      id: row.id,
      username: row.username,
      name: row.name,
      email: row.email,
      role: row.role,
      active: row.active,
      last_login_at: this.clock.textOf(row.last_login_at),
      created_at: this.clock.textOf(row.created_at),
      two_step: row.two_step,
      version: row.version,
    };
  }
}
