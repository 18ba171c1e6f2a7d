/**
 * How far pages, counts and orders without an index go. Behind it a number is "more than", a page is narrowed by a filter
 * or gone on from its last row, and the whole is a download: what one look at a list costs does not grow with the utility.
 */
export const MOST_ROWS = 10_000;
