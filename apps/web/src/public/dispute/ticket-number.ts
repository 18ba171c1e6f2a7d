const TICKET = /^(?:KB)?([2-9A-HJKMNP-TV-Z]{5})([2-9A-HJKMNP-TV-Z]{5})$/;

/**
 * `KB-7F3QK-M2XD9` from what somebody typed: small letters, spaces and missing hyphens are the same number.
 * @returns null when it cannot be the number of a ticket
 */
export function ticketOf(typed: string): string | null {
  const match = TICKET.exec(typed.toUpperCase().replace(/[^0-9A-Z]/g, ''));
  return match === null ? null : `KB-${String(match[1])}-${String(match[2])}`;
}
