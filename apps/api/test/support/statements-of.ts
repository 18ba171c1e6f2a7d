import { Database } from '../../src/platform/database';
import type { TestApp } from './test-app';

const POOLS = ['core', 'list', 'screen', 'report', 'export', 'door', 'admit', 'log'] as const;

/** The statements a request makes on any pool, sorted: what runs the same cannot be told apart by how long it takes. */
export async function statementsOf(app: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const database = app.get(Database);
  const spies = POOLS.map((name) => {
    const pool = database.pool(name);
    const original = pool.query.bind(pool) as (...args: unknown[]) => unknown;
    return jest.spyOn(pool, 'query').mockImplementation((...args: unknown[]) => {
      const [query] = args;
      texts.push(typeof query === 'string' ? query : (query as { text: string }).text);
      return original(...args);
    });
  });
  try {
    await work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  // Text of the rate limiter carries the moment; what counts is which statements run.
  return texts.map((text) => text.replace(/\d+/g, '#')).sort();
}
