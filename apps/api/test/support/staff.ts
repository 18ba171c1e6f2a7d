import type { Role } from '@tirtapay/domain';

/** Staff every test database knows; some roles twice, because two-person rules need two people. */
export const STAFF = [
  { username: 'super', name: 'Sitti Rahma', role: 'ADMIN_SUPER' },
  { username: 'admin', name: 'Andi Pratama', role: 'ADMIN_PDAM' },
  { username: 'admin2', name: 'Wa Ode Lestari', role: 'ADMIN_PDAM' },
  { username: 'petugas', name: 'La Ode Hasan', role: 'PETUGAS_METER' },
  { username: 'manajer', name: 'Nur Aisyah', role: 'MANAJER' },
  { username: 'it', name: 'Budi Santoso', role: 'ADMIN_IT' },
  { username: 'it2', name: 'Rina Kurnia', role: 'ADMIN_IT' },
  { username: 'kasir', name: 'Siti Aminah', role: 'KASIR' },
  { username: 'kasir2', name: 'Wa Ode Fitri', role: 'KASIR' },
  { username: 'super2', name: 'Hasna Tuasamu', role: 'ADMIN_SUPER' },
] as const satisfies readonly { username: string; name: string; role: Role }[];

export type StaffName = (typeof STAFF)[number]['username'];

export const STAFF_PASSWORD = 'TirtaDemo2026!';
