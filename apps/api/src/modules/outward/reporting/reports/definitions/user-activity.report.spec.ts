import { CODE_NAMES } from '@tirtapay/domain';
import { KIND_OF_AREA } from './user-activity.report';

/** What people set up for themselves, and what machines are tried with: nobody asks who forgave or took money by it. */
const OTHER = [
  'certification',
  'demo',
  'report',
  'saved_report',
  'sandbox_bank',
  'sandbox_supplier',
  'view',
  'webhook',
];

test('an act is of one kind, and none that anybody does is of no kind by mistake', () => {
  const kinds = [...Object.keys(KIND_OF_AREA), ...OTHER];
  expect(new Set(kinds).size).toBe(kinds.length);
  const areas = new Set(Object.keys(CODE_NAMES.activityAction).map((action) => action.split('.')[0] ?? ''));
  expect([...areas].filter((one) => !kinds.includes(one))).toEqual([]);
  expect(kinds.filter((one) => !areas.has(one))).toEqual([]);
});
