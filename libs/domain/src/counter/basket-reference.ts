/**
 * The references of a basket: its id is a UUID of the browser, so a reload or a second Enter names the same payments and
 * sales again and sells nothing twice. Places are counted from one.
 * @example basketPaymentReference('5e0c…', 2) → '5e0c…/2'
 */
export function basketPaymentReference(basketId: string, place: number): string {
  return `${basketId}/${String(place)}`;
}

/** @example basketSaleReference('5e0c…', 1) → '5e0c…/p1' */
export function basketSaleReference(basketId: string, place: number): string {
  return `${basketId}/p${String(place)}`;
}

/** How much of anything one basket holds: its water bills are one posting. */
export const MOST_BASKET_LINES = 20;
