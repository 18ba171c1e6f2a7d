/**
 * What is still asked for of a booked penalty `d`, zero where there is none: without what was forgiven, and of a bill that is
 * open again without what had been forgiven too much. The same as `waiverOf` takes off on a day without a programme, for
 * whatever shows what is owed; one definition, in the database, because sums that are kept there ask it as well.
 */
export const OWED_PENALTY = 'denda_terutang(d.amount, d.waived, d.excess_waived)';
