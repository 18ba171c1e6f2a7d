import { SNAP_SERVICES } from '@tirtapay/bank-protocol';
import { ERROR_CODES } from '@tirtapay/contracts';
import { Problem } from '../../../../platform/problem';
import { toSnapRefusal } from './snap-refusal';

test.each(ERROR_CODES)('%s is never told in a way that banks take for success', (code) => {
  for (const service of Object.values(SNAP_SERVICES)) {
    const { snapCase } = toSnapRefusal(new Problem(code), service);
    expect(['inconsistentRequest', 'successful', 'inProgress']).not.toContain(snapCase);
  }
});
