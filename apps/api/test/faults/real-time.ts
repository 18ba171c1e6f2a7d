import { randomBytes } from 'node:crypto';
import { TestApp } from '../support/test-app';
import { ApiProcess, type Program } from './api-process';

/**
 * What a fault is tried on: an application in real time that makes customers and bills, and processes of the product on a
 * database of its choice, which open the secrets it sealed. No jobs run, neither here nor there.
 */
export function realTime(): {
  readonly app: TestApp;
  readonly serverOf: (databaseUrl: string, program?: Program) => Promise<ApiProcess>;
} {
  const keys = {
    DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
    JWT_KEYS: `k:${randomBytes(32).toString('base64')}`,
  };
  return {
    app: new TestApp({ jobs: false, start: new Date().toISOString(), environment: keys }),
    serverOf: (databaseUrl, program) =>
      ApiProcess.create(
        { NODE_ENV: 'test', DATABASE_URL: databaseUrl, TIRTAPAY_JOBS: '0', ...keys },
        program,
      ),
  };
}
