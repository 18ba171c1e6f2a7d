import type { Role } from '@tirtapay/domain';

export const DEMO_PASSWORD = 'TirtaDemo2026!';

export const DEMO_STAFF = [
  { username: 'super', name: 'Sitti Rahma', role: 'ADMIN_SUPER' },
  { username: 'super2', name: 'Hasna Tuasamu', role: 'ADMIN_SUPER' },
  { username: 'admin', name: 'Andi Pratama', role: 'ADMIN_PDAM' },
  { username: 'petugas', name: 'La Ode Hasan', role: 'PETUGAS_METER' },
  { username: 'manajer', name: 'Nur Aisyah', role: 'MANAJER' },
  { username: 'it', name: 'Budi Santoso', role: 'ADMIN_IT' },
] as const satisfies readonly { username: string; name: string; role: Role }[];
