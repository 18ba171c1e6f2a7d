/** Staff who log in. */
export const ROLES = ['ADMIN_SUPER', 'ADMIN_PDAM', 'PETUGAS_METER', 'KASIR', 'MANAJER', 'ADMIN_IT'] as const;
export type Role = (typeof ROLES)[number];

/** Everybody a route can be called by: staff, a bank or PPOB partner with its key, the public. */
export const PRINCIPALS = [...ROLES, 'BANK', 'PUBLIK'] as const;
export type Principal = (typeof PRINCIPALS)[number];

export function isRole(text: unknown): text is Role {
  return ROLES.some((role) => role === text);
}
