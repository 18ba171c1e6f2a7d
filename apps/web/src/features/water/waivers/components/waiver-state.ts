import type { WaiverProgrammeDto } from '@tirtapay/api-client';

export type WaiverState = 'PENDING' | 'REJECTED' | 'WITHDRAWN' | 'COMING' | 'RUNNING' | 'REVOKED' | 'OVER';

type Days = Pick<WaiverProgrammeDto, 'status' | 'valid_from' | 'valid_to' | 'last_day' | 'revoked'>;

/** Revoked before its first day: it never ran, whatever day it is. */
const neverBegan = ({ revoked, last_day: last, valid_from: from }: Days) => revoked && last < from;

/** What a programme is on a day of the calendar of the utility. */
export function waiverStateOn(programme: Days, today: string): WaiverState {
  if (programme.status !== 'APPROVED') return programme.status;
  if (neverBegan(programme)) return 'REVOKED';
  if (today <= programme.last_day) return today < programme.valid_from ? 'COMING' : 'RUNNING';
  return programme.revoked ? 'REVOKED' : 'OVER';
}

/** Its first and last day; of one that never began, those that were agreed. */
export const daysOf = (programme: Days): readonly [string, string] => [
  programme.valid_from,
  neverBegan(programme) ? programme.valid_to : programme.last_day,
];
