/** What is decided about a reading that waits. */
export const READING_DECISIONS = ['VERIFY', 'REREAD'] as const;
export type ReadingDecision = (typeof READING_DECISIONS)[number];

/** What somebody did with a reading; LOOKED is the first of the two people an impossible one needs. */
export const VERIFICATION_STEPS = [...READING_DECISIONS, 'LOOKED'] as const;
export type VerificationStep = (typeof VERIFICATION_STEPS)[number];
