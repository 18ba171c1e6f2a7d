/** As it stands on the agreement. @example planNumber(12) is 'RA-00000012' */
export function planNumber(id: number): string {
  return `RA-${String(id).padStart(8, '0')}`;
}
