import type { Language, Role } from '@tirtapay/domain';
import { column, identifier, yesNo, type CsvColumn } from '../../../platform/list';
import type { UserDto } from './dto/user.dto';

const ROLES: Readonly<Record<Role, Readonly<Record<Language, string>>>> = {
  ADMIN_SUPER: { id: 'Admin Super', en: 'Super admin' },
  ADMIN_PDAM: { id: 'Admin PDAM', en: 'Utility admin' },
  PETUGAS_METER: { id: 'Petugas Pencatat Meter', en: 'Meter reader' },
  KASIR: { id: 'Kasir', en: 'Cashier' },
  MANAJER: { id: 'Manajer', en: 'Manager' },
  ADMIN_IT: { id: 'Admin IT', en: 'IT admin' },
};

/** Columns of the CSV, in the language of the reader. */
export const USER_COLUMNS: readonly CsvColumn<UserDto>[] = [
  identifier('Nama Pengguna', 'Username', (user) => user.username, [
    'username',
    'Nama pengguna',
    'User name',
  ]),
  column('Nama', 'Name', (user) => user.name, 'name'),
  column('Surel', 'E-mail', (user) => user.email, 'email'),
  column('Peran', 'Role', (user, language) => ROLES[user.role][language], 'role'),
  column('Aktif', 'Active', (user, language) => yesNo(user.active, language), ['active', 'Status', 'State']),
  column('Dua Langkah', 'Two steps', (user, language) => yesNo(user.two_step, language), 'two_step'),
  column('Masuk Terakhir', 'Last log-in', (user) => user.last_login_at, [
    'last_login_at',
    'Terakhir masuk',
    'Last log-in',
  ]),
  column('Dibuat', 'Created', (user) => user.created_at, 'created_at'),
];
