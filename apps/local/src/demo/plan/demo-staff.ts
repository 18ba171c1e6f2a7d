import type { Role } from '@tirtapay/domain';
import type { DEMO_USERNAMES } from '../../../../api/src/process/demo-marks';

export const DEMO_STAFF = [
  { username: 'super', name: 'Sitti Rahma', role: 'ADMIN_SUPER' },
  { username: 'super2', name: 'Hasna Tuasamu', role: 'ADMIN_SUPER' },
  { username: 'admin', name: 'Andi Pratama', role: 'ADMIN_PDAM' },
  { username: 'petugas', name: 'La Ode Hasan', role: 'PETUGAS_METER' },
  { username: 'kasir', name: 'Siti Aminah', role: 'KASIR' },
  { username: 'kasir2', name: 'Wa Ode Fitriani', role: 'KASIR' },
  { username: 'manajer', name: 'Nur Aisyah', role: 'MANAJER' },
  { username: 'it', name: 'Budi Santoso', role: 'ADMIN_IT' },
] as const satisfies readonly { username: (typeof DEMO_USERNAMES)[number]; name: string; role: Role }[];
