/** The API asks for a reason that says something. */
export const MIN_REASON = 5;
