import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, startMark } from './embedded-postgres';
import { StartFailure } from '../../api/src/process/start-failure';

/** What a running instance says of itself, so that tools and a second start find it. */
interface Running {
  readonly pid: number;
  /** Start time of the process: the number alone may belong to somebody else after a crash. */
  readonly mark: string | null;
  readonly databasePort: number | null;
  /** On its way out: whoever wants the home next has to wait only a moment. */
  readonly stopping?: boolean;
}

const STOP_SECONDS = 30;

const FILE = 'running.json';

function read(home: string): Running | null {
  try {
    const running = JSON.parse(readFileSync(join(home, FILE), 'utf8')) as Running;
    return isAlive(running.pid) && startMark(running.pid) === running.mark ? running : null;
  } catch {
    return null;
  }
}

/** The port of the database of the instance that runs on this home right now, or null. */
export function runningDatabasePort(home: string): number | null {
  return read(home)?.databasePort ?? null;
}

/** One process per home: two would fight for the same database. A crashed one's claim is void. */
export class InstanceClaim {
  private constructor(private readonly home: string) {}

  static async take(home: string): Promise<InstanceClaim> {
    let other = read(home);
    for (let waited = 0; other?.stopping === true && waited < STOP_SECONDS * 1_000; waited += 100) {
      await pause(100);
      other = read(home);
    }
    if (other !== null)
      throw new StartFailure(
        `TirtaPay already runs on ${home} (process ${String(other.pid)}): stop it, or give this one its own TIRTAPAY_HOME`,
      );
    const claim = new InstanceClaim(home);
    claim.announce(null);
    return claim;
  }

  announce(databasePort: number | null, stopping = false): void {
    const running: Running = { pid: process.pid, mark: startMark(process.pid), databasePort, stopping };
    writeFileSync(join(this.home, FILE), `${JSON.stringify(running)}\n`);
  }

  release(): void {
    rmSync(join(this.home, FILE), { force: true });
  }
}
