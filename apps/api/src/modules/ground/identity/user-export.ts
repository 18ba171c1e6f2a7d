import { CODE_NAMES } from '@tirtapay/domain';
import { coded, column, identifier, yesNo, type CsvColumn } from '../../../platform/list';
import type { UserDto } from './dto/user.dto';

/** Columns of the CSV, in the language of the reader. */
export const USER_COLUMNS: readonly CsvColumn<UserDto>[] = [
  identifier('Nama Pengguna', 'Username', (user) => user.username, [
    'username',
    'Nama pengguna',
    'User name',
  ]),
  column('Nama', 'Name', (user) => user.name, 'name'),
  column('Surel', 'E-mail', (user) => user.email, 'email'),
  coded('Peran', 'Role', (user) => user.role, CODE_NAMES.role, 'role'),
  column('Aktif', 'Active', (user, language) => yesNo(user.active, language), ['active', 'Status', 'State']),
  column('Dua Langkah', 'Two steps', (user, language) => yesNo(user.two_step, language), 'two_step'),
  column('Masuk Terakhir', 'Last log-in', (user) => user.last_login_at, [
    'last_login_at',
    'Terakhir masuk',
    'Last log-in',
  ]),
  column('Dibuat', 'Created', (user) => user.created_at, 'created_at'),
];
