import { eventually } from '../support';
import { OwnCluster, writeAsOwner } from '../support/own-cluster';

/** Enough of its log for a standby that was away during a test. */
const PRIMARY = { wal_keep_size: '256MB' };

/** A primary and a standby that follows it, on this machine; the primary waits for the standby with every commit. */
export class ReplicatedPair {
  private constructor(
    readonly primary: OwnCluster,
    readonly standby: OwnCluster,
  ) {}

  static async make(): Promise<ReplicatedPair> {
    const primary = await OwnCluster.make(PRIMARY);
    const standby = await follower(primary, {});
    await standby.start();
    return new ReplicatedPair(primary, standby);
  }

  /** docs/operations.md, "A second server". */
  async waitForStandby(): Promise<void> {
    await this.primary.run("ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (*)'");
    await this.primary.run('SELECT pg_reload_conf()');
    await inSync(this.primary);
  }

  /** After the standby was promoted: a copy of it follows it, and what the old primary had alone is gone. */
  async turnedRound(): Promise<ReplicatedPair> {
    this.primary.remove();
    const standby = await follower(this.standby, {});
    await standby.start();
    return new ReplicatedPair(this.standby, standby);
  }

  async remove(): Promise<void> {
    for (const cluster of [this.standby, this.primary]) {
      await cluster.stop();
      cluster.remove();
    }
  }
}

/** A server made of a base backup of `primary` that follows it; not started. */
export async function follower(
  primary: OwnCluster,
  settings: Readonly<Record<string, string>>,
): Promise<OwnCluster> {
  const folder = OwnCluster.newFolder();
  await primary.baseBackup(folder);
  const { port, superPassword } = primary.access;
  const standby = primary.copyIn(folder, {
    ...PRIMARY,
    primary_conninfo: `host=127.0.0.1 port=${String(port)} user=postgres password=${superPassword} application_name=second`,
    ...settings,
  });
  writeAsOwner(standby.data, 'standby.signal', '');
  return standby;
}

export async function inSync(primary: OwnCluster): Promise<void> {
  await eventually(
    () =>
      primary.run<{ state: string; waited: boolean }>(
        "SELECT state, sync_state IN ('sync', 'quorum') AS waited FROM pg_stat_replication",
      ),
    (rows) => rows.some(({ state, waited }) => state === 'streaming' && waited),
  );
}
