import type { Clock } from '../clock';
import type { Database } from '../database';
import { Calendar } from './calendar';
import type { JobHandler, Jobs } from './jobs';

it('a day whose run is given up stands as failed, not as running for ever', async () => {
  const written: unknown[] = [];
  let handler: JobHandler = () => Promise.resolve();
  const database = {
    writeAside: (_: string, values: readonly unknown[]) => {
      written.push(values[3] ?? 'BEGUN');
      return Promise.resolve([{ id: 1 }]);
    },
  } as unknown as Database;
  const jobs = {
    handle: (_: string, given: JobHandler) => {
      handler = given;
    },
    every: () => undefined,
  } as unknown as Jobs;
  const clock = { date: () => new Date(0) } as unknown as Clock;
  const work = () => Promise.reject(new Error('it cannot'));
  new Calendar(database, clock, jobs).daily({ name: 'daily', at: '02:00', work });
  const day = { business_date: '2026-01-15' };
  await expect(handler(day, { last: false })).rejects.toThrow('it cannot');
  await expect(handler(day, { last: true })).rejects.toThrow('it cannot');
  expect(written).toEqual(['BEGUN', 'BEGUN', 'FAILED']);
});
