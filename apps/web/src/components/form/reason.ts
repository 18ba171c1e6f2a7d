import i18next from 'i18next';

/** What is wrong with a written reason, null when nothing is. @param min letters that say something */
export const reasonRule =
  (min: number) =>
  (reason: string): string | null =>
    reason.trim().length < min ? i18next.t('form.tooShort', { min }) : null;

/** What the API asks for wherever it says nothing else. */
export const REASON_LENGTH = 5;

export const reasonProblem = reasonRule(REASON_LENGTH);
