/** What somebody asks for: the stand the meter really showed, or the category the bill should have had. */
export interface CorrectionWish {
  readonly bill_id: number;
  readonly current_stand: number | null;
  readonly tariff_id: number | null;
}
