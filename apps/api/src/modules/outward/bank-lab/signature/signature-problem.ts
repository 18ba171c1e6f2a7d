/** What can be wrong with a signed call, each with another remedy. */
export const SIGNATURE_PROBLEMS = [
  'UNKNOWN_KEY',
  'KEY_REVOKED',
  'METHOD',
  'TARGET',
  'TIMESTAMP_FORMAT',
  'TIMESTAMP_SKEW',
  'TIMESTAMP',
  'NONCE_FORMAT',
  'NONCE',
  'TOKEN',
  'BODY_HASH',
  'SEPARATOR',
  'SECRET',
  'ALGORITHM',
  'SIGNATURE_FORMAT',
  'SIGNATURE',
] as const;

export type SignatureProblemCode = (typeof SIGNATURE_PROBLEMS)[number];

export interface BilingualText {
  readonly id: string;
  readonly en: string;
}

export interface SignatureProblem {
  readonly code: SignatureProblemCode;
  readonly message: BilingualText;
}

/** What was found out about one call; never holds a secret or a signature we would have made. */
export interface SignatureDiagnosis {
  readonly problems: readonly SignatureProblem[];
  readonly ourStringToSign: string;
  readonly bodySha256: string;
  readonly skewSeconds: number | null;
}

export function problem(code: SignatureProblemCode, id: string, en: string): SignatureProblem {
  return { code, message: { id, en } };
}

/** The first of each code, which is the most precise one. */
export function onePerCode(problems: readonly SignatureProblem[]): SignatureProblem[] {
  return [...new Map(problems.toReversed().map((found) => [found.code, found])).values()].toReversed();
}
