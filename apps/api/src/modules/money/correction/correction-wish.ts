/**
 * What somebody asks for: the stand the meter really showed, the category the bill should have had, or what the two meters of an
 * exchange really showed when it was made.
 */
export interface CorrectionWish {
  readonly bill_id: number;
  readonly current_stand: number | null;
  readonly tariff_id: number | null;
  readonly removed_stand: number | null;
  readonly installed_stand: number | null;
}

export const asksForExchange = ({
  removed_stand: removed,
  installed_stand: installed,
}: CorrectionWish): boolean => removed !== null || installed !== null;
