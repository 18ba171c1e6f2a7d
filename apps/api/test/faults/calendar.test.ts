import { randomBytes } from 'node:crypto';
import { eventually, testApp } from '../support';
import { ApiProcess } from './api-process';

const keys = {
  DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
  JWT_KEYS: `k:${randomBytes(32).toString('base64')}`,
};
const app = testApp({ jobs: false, start: new Date().toISOString(), environment: keys });
const replicas: ApiProcess[] = [];

beforeAll(async () => {
  // Notes who tries to put a day into the books, also when the day stands there already.
  await app.database.query(`
    CREATE TABLE attempt (job text NOT NULL, backend int NOT NULL);
    CREATE FUNCTION note_attempt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      INSERT INTO attempt (job, backend) VALUES (NEW.job, pg_backend_pid());
      RETURN NEW;
    END $$;
    CREATE TRIGGER note_attempt BEFORE INSERT ON job_run FOR EACH ROW EXECUTE FUNCTION note_attempt();`);
  for (let count = 0; count < 2; count += 1) {
    const replica = await ApiProcess.create({ NODE_ENV: 'test', DATABASE_URL: app.database.appUrl, ...keys });
    replicas.push(replica);
    replica.launch();
  }
  await Promise.all(replicas.map((replica) => replica.ready()));
});
afterAll(() => Promise.all(replicas.map((replica) => replica.end('SIGTERM'))));

const until = (sql: string) =>
  eventually(
    () => app.database.query(sql),
    (rows) => rows.length > 0,
    // The calendar is looked at once a minute.
    300_000,
  );

it('two replicas look at the same calendar, and a day has one run', async () => {
  await until(
    "SELECT FROM attempt WHERE job = 'penalty-assessment' GROUP BY job HAVING count(DISTINCT backend) >= 2",
  );
  await until("SELECT FROM job_run WHERE job = 'penalty-assessment' AND status = 'SUCCESS'");
  const runs = await app.database.query<{ epoch: number; audits: number }>(
    `SELECT r.epoch, (SELECT count(*)::int FROM log_aktivitas l
       WHERE l.action = 'penalty.assessed' AND l.entity_id = r.id) AS audits
     FROM job_run r WHERE r.job = 'penalty-assessment' AND r.status = 'SUCCESS'`,
  );
  // Written with epoch 1, begun once.
  for (const run of runs) expect(run).toEqual({ epoch: 2, audits: 1 });
  expect(runs.length).toBeGreaterThan(0);
});
