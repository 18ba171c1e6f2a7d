import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TestApp } from '../support/test-app';
import { ApiProcess } from './api-process';
import { BankTraffic } from './bank-traffic';

/*
 * F24: a process of the version before, beside one of this version, on the schema of this version. It needs a built checkout of
 * the version before, which nobody but who makes a release has: TIRTAPAY_BUILD_BEFORE names its folder.
 */
const before = process.env.TIRTAPAY_BUILD_BEFORE;
const main = join(before ?? '', 'dist', 'server', 'apps', 'api', 'src', 'main.js');

const PAYMENTS = 100;
const keys = {
  DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
  JWT_KEYS: `k:${randomBytes(32).toString('base64')}`,
};
const app = new TestApp({ jobs: false, start: new Date().toISOString(), environment: keys });

(before === undefined ? describe.skip : describe)(
  `the version before on this schema (TIRTAPAY_BUILD_BEFORE ${before ?? 'is not set'})`,
  () => {
    beforeAll(() => app.start());
    afterAll(() => app.stop());

    it('takes payments beside this one, and each says the same of those of the other', async () => {
      expect([main, existsSync(main)]).toEqual([main, true]);
      const environment = {
        NODE_ENV: 'test',
        DATABASE_URL: app.database.appUrl,
        TIRTAPAY_JOBS: '0',
        ...keys,
      };
      const [old, present] = await Promise.all([
        ApiProcess.create(environment, { main }),
        ApiProcess.create(environment),
      ]);
      try {
        await old.start();
        await present.start();
        const [atOld, atPresent] = [
          await BankTraffic.of(app, PAYMENTS, old.url, 'ATOLD'),
          await BankTraffic.of(app, PAYMENTS, present.url, 'ATNEW'),
        ];
        await Promise.all([atOld.run(3), atPresent.run(3)]);
        expect([atOld.left, atPresent.left]).toEqual([0, 0]);
        atOld.goTo(present.url);
        atPresent.goTo(old.url);
        await atOld.expectOneTruth(app.database.superUrl);
        await atPresent.expectOneTruth(app.database.superUrl);
      } finally {
        await old.end('SIGTERM');
        await present.end('SIGTERM');
      }
    });
  },
);
