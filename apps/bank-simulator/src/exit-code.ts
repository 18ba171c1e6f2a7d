/** Exit codes: done; refused by the biller; wrongly called; no answer that can be believed (outcome unknown). */
export const EXIT = { done: 0, refused: 1, usage: 2, unknown: 3 } as const;
