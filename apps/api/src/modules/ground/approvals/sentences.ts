import { Sentence } from '../../../platform/problem';

export const APPROVAL_SAYS = {
  refusalSaysWhy: Sentence.of({ id: 'Penolakan harus disertai alasan.', en: 'A refusal says why.' }),
} as const;
