import { existsSync, statfsSync } from 'node:fs';
import { resolve } from 'node:path';
import { LAWS, SCHEMA } from '../../api/src/house';
import { checkLaws } from '../../api/src/platform/invariants';
import { isMigrated } from '../../api/src/platform/database/migrate';
import { Client } from 'pg';
import { canReach, serverAccount } from './embedded-postgres';
import { homeOf } from './home';
import { runningDatabasePort } from './instance';
import { withDatabase } from './open-database';
import { explainFailure, runCommand } from '../../api/src/process/run-command';
import { dueParts } from './archive-calls';
import { photoFindings, type Finding } from './doctor-photos';
import { checkSettings, filesOf, retentionOf } from './settings';

const LOW_SPACE = 512 * 1_024 * 1_024;

async function settings(): Promise<Finding> {
  try {
    await checkSettings(process.env);
    return { ok: true, text: 'configuration' };
  } catch (error) {
    return { ok: false, text: explainFailure(error) };
  }
}

function home(): Finding {
  const path = resolve(homeOf(process.env));
  if (!existsSync(path)) return { ok: true, text: `home ${path}: made at the first start` };
  const { bavail, bsize } = statfsSync(path);
  const megabytes = Math.round((bavail * bsize) / 1_048_576);
  const running = runningDatabasePort(path) === null ? 'not running' : 'running';
  const reach = canReach(serverAccount(), path) ? '' : ', database kept outside (private folder)';
  return {
    ok: bavail * bsize > LOW_SPACE,
    text: `home ${path}: ${String(megabytes)} MB free, ${running}${reach}`,
  };
}

/** Months of the call log there are, rows that came without one, and what waits to be archived. */
async function callMonths(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ until: string; ready: boolean; strays: boolean }>(
    `SELECT to_char(max(ends), 'YYYY-MM-DD') AS until, max(ends) > now() + interval '1 month' AS ready,
       EXISTS (SELECT FROM call_log.no_month) AS strays FROM call_log.months`,
  );
  const due = (await dueParts(client, retentionOf(process.env).callLogMonths)).length;
  const [found] = rows;
  const strays = found?.strays === true ? ', ROWS WITHOUT A MONTH: start the application with jobs' : '';
  const late = found?.ready === true ? '' : ', NO MONTH AHEAD: start the application with jobs';
  return {
    ok: found?.ready === true && !found.strays,
    text: `call log: months until ${found?.until ?? '?'}${strays}${late}${due > 0 ? `, ${String(due)} for "npm run archive"` : ''}`,
  };
}

/** Whether what it says is committed survives, and whether a page that changes on the disk is noticed. */
async function serverFinding(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ version: string; durable: boolean; checksums: boolean }>(
    `SELECT current_setting('server_version') AS version,
       current_setting('fsync') = 'on' AND current_setting('synchronous_commit') <> 'off' AS durable,
       current_setting('data_checksums') = 'on' AS checksums`,
  );
  const [found] = rows;
  const durable = found?.durable === true;
  const checksums = found?.checksums === true;
  return {
    ok: durable && checksums,
    text: `PostgreSQL ${found?.version ?? '?'}, ${durable ? 'durable' : 'NOT durable'}, ${
      checksums ? 'pages with checksums' : 'NO CHECKSUMS: stop the server, "pg_checksums --enable"'
    }`,
  };
}

async function database(): Promise<Finding[]> {
  return withDatabase(process.env, async ({ ownerUrl }) => {
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      const server = await serverFinding(client);
      const current = await isMigrated(
        SCHEMA.migrations,
        async (sql) => (await client.query<{ name: string }>(sql)).rows,
      ).catch(() => false);
      if (!current) return [server, { ok: false, text: 'schema: migrations pending, run "npm run migrate"' }];
      const broken = (await checkLaws(ownerUrl, LAWS)).filter(
        ({ rows: violations }) => violations.length > 0,
      );
      return [
        server,
        { ok: true, text: 'schema is current' },
        await photoFindings(filesOf(process.env, resolve(homeOf(process.env))), client),
        await callMonths(client),
        {
          ok: broken.length === 0,
          text:
            broken.length === 0
              ? 'the laws of the books hold'
              : `broken laws: ${broken.map(({ law }) => law.id).join(', ')}`,
        },
      ];
    } finally {
      await client.end();
    }
  }).catch((error: unknown) => [{ ok: false, text: explainFailure(error) }]);
}

/** `npm run doctor`: what an operator would look at first when something is wrong. */
runCommand(async () => {
  const findings = [
    { ok: true, text: `Node ${process.versions.node}` },
    await settings(),
    home(),
    ...(await database()),
  ];
  for (const { ok, text } of findings) process.stdout.write(`${ok ? 'ok ' : 'BAD'}  ${text}\n`);
  return findings.every(({ ok }) => ok) ? 0 : 1;
});
