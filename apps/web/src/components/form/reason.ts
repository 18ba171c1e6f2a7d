import i18next from 'i18next';

/** What is wrong with a written reason, null when nothing is. @param min letters that say something */
export const reasonRule =
  (min: number) =>
  (reason: string): string | null =>
    reason.trim().length < min ? i18next.t('form.tooShort', { min }) : null;

/** As the API asks for it wherever a second person reads it. */
export const reasonProblem = reasonRule(5);
