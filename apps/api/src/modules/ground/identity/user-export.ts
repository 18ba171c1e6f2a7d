import type { Role } from '@tirtapay/domain';
import type { CsvColumn } from '../../../platform/list';
import type { UserDto } from './dto/user.dto';

const ROLES: Readonly<Record<Role, string>> = {
  ADMIN_SUPER: 'Admin Super',
  ADMIN_PDAM: 'Admin PDAM',
  PETUGAS_METER: 'Petugas Pencatat Meter',
  MANAJER: 'Manajer',
  ADMIN_IT: 'Admin IT',
};

/** Columns of the CSV, in the language of the office. */
export const USER_COLUMNS: readonly CsvColumn<UserDto>[] = [
  { header: 'Nama Pengguna', value: (user) => user.username },
  { header: 'Nama', value: (user) => user.name },
  { header: 'Surel', value: (user) => user.email },
  { header: 'Peran', value: (user) => ROLES[user.role] },
  { header: 'Aktif', value: (user) => (user.active ? 'Ya' : 'Tidak') },
  { header: 'Masuk Terakhir', value: (user) => user.last_login_at },
  { header: 'Dibuat', value: (user) => user.created_at },
];
