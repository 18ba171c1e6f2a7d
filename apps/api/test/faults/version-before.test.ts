import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BankTraffic } from './bank-traffic';
import { realTime } from './real-time';

/*
 * F24: a process of the version before, beside one of this version, on the schema of this version. It needs a built checkout of
 * the version before, which nobody but who makes a release has: TIRTAPAY_BUILD_BEFORE names its folder.
 */
const before = process.env.TIRTAPAY_BUILD_BEFORE;
const main = join(before ?? '', 'dist', 'server', 'apps', 'api', 'src', 'main.js');

const PAYMENTS = 100;
const { app, serverOf } = realTime();

(before === undefined ? describe.skip : describe)(
  `the version before on this schema (TIRTAPAY_BUILD_BEFORE ${before ?? 'is not set'})`,
  () => {
    beforeAll(() => app.start());
    afterAll(() => app.stop());

    it('takes payments beside this one, and each says the same of those of the other', async () => {
      expect([main, existsSync(main)]).toEqual([main, true]);
      const [old, present] = await Promise.all([
        serverOf(app.database.appUrl, { main }),
        serverOf(app.database.appUrl),
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
