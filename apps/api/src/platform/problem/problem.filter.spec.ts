import { toProblem } from './problem.filter';

const ofPostgres = (code: string) => Object.assign(new Error('of PostgreSQL'), { code });

describe('what the database would not do now', () => {
  it.each([
    ['a deadlock that three tries met', '40P01'],
    ['a serialization failure that three tries met', '40001'],
    ['a lock that did not come in time', '55P03'],
    ['a statement that took too long', '57014'],
    ['a server that is going down', '57P01'],
  ])('%s may go in a moment, and its asker is told so', (_, code) => {
    const problem = toProblem(ofPostgres(code));
    expect([problem.status, problem.code, problem.extras.retryAfter]).toEqual([
      503,
      'service.unavailable',
      2,
    ]);
  });

  it('what nobody thought of is a fault of ours, and says nothing of itself', () => {
    const problem = toProblem(ofPostgres('23505'));
    expect([problem.status, problem.code, problem.extras.detail]).toEqual([500, 'internal.error', undefined]);
  });
});
