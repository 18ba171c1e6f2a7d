import type { SignatureCheckDto } from '@tirtapay/api-client';

type Problem = SignatureCheckDto['problems'][number];

/** Without a signature these say nothing: only the texts can be compared. */
const ABOUT_SIGNATURE: readonly Problem['code'][] = ['SIGNATURE', 'SIGNATURE_FORMAT', 'SECRET'];

export interface CheckVerdict {
  /** `COMPARED`: no signature was given. `LATE`: right, but no longer at this hour. */
  kind: 'VALID' | 'LATE' | 'INVALID' | 'COMPARED';
  problems: Problem[];
}

/** A call of the past is always late; that must not hide that its signature was right. */
export function verdictOfCheck(check: SignatureCheckDto, signature: string): CheckVerdict {
  if (signature.trim() === '') {
    const problems = check.problems.filter((found) => !ABOUT_SIGNATURE.includes(found.code));
    return { kind: 'COMPARED', problems };
  }
  const late = check.problems.length > 0 && check.problems.every((found) => found.code === 'TIMESTAMP_SKEW');
  return { kind: late ? 'LATE' : check.verdict, problems: check.problems };
}
