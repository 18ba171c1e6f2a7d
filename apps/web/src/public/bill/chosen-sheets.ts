import { rupiah, stampDuty, sumRupiah } from '@tirtapay/domain';

/** How many of the open sheets are to be paid: `?lembar=N` of the address, else all of them. */
export function chosenCount(param: string | null, open: number): number {
  const wanted = param !== null && /^\d{1,3}$/.test(param) ? Number(param) : open;
  return Math.min(Math.max(wanted, 1), open);
}

/**
 * The count after the box of sheet `index` (0 = oldest) was ticked or cleared. Ticking takes every older sheet
 * along, clearing drops every newer one; the oldest cannot be cleared, for nobody chooses which month stays in
 * arrears.
 */
export function countAfterTick(index: number, ticked: boolean): number {
  return ticked ? index + 1 : Math.max(index, 1);
}

/** Sum of the oldest `count` sheets, and the stamp duty their one receipt bears. */
export function amountsOf(
  sheets: readonly { total: number }[],
  count: number,
): { billAmount: number; stampDuty: number; payable: number } {
  const billAmount = sumRupiah(sheets.slice(0, count).map((sheet) => rupiah(sheet.total)));
  const duty = stampDuty(billAmount);
  return { billAmount, stampDuty: duty, payable: billAmount + duty };
}

/** `?lembar=N`, or nothing when all sheets are paid: the usual address stays short. */
export function chosenSearch(count: number, open: number): string {
  return count < open ? `?lembar=${String(count)}` : '';
}
