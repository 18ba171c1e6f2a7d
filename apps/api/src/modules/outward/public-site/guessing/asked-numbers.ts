import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { MISSES_OF_A_NETWORK, NEIGHBOURHOOD, WINDOW_MILLISECONDS, type RecentGuesses } from './guess-budget';

/** $1 position, $2 begin of the window, $3 network. */
const RECENT = `
  SELECT
    (SELECT count(DISTINCT position) FROM nomor_ditanya
      WHERE position BETWEEN $1::bigint - ${String(NEIGHBOURHOOD - 1)} AND $1::bigint + ${String(NEIGHBOURHOOD - 1)}
        AND position <> $1 AND asked_at > $2) AS "numbersNearby",
    (SELECT count(DISTINCT position) FROM nomor_ditanya
      WHERE position BETWEEN $1::bigint - ${String(NEIGHBOURHOOD - 1)} AND $1::bigint + ${String(NEIGHBOURHOOD - 1)}
        AND position <> $1 AND asked_at > $2 AND missed) AS "missesNearby",
    (SELECT count(DISTINCT position) FROM nomor_ditanya
      WHERE missed AND position <> $1 AND asked_at > $2 AND network = $3) AS "missesOfNetwork",
    (SELECT coalesce(sum(least(of_one, ${String(MISSES_OF_A_NETWORK)})), 0)::int FROM (
      SELECT count(DISTINCT position) AS of_one FROM nomor_ditanya
      WHERE missed AND position <> $1 AND asked_at > $2 GROUP BY network) networks) AS "missesInAll"`;

const FIGURES = `
  SELECT count(DISTINCT position)::int AS numbers, count(DISTINCT position) FILTER (WHERE missed)::int AS misses,
    count(DISTINCT network)::int AS networks
  FROM nomor_ditanya WHERE asked_at > $1`;

/** What the window holds, for whoever has to judge an alarm. */
export interface WindowFigures {
  readonly numbers: number;
  readonly misses: number;
  readonly networks: number;
}

/** The numbers strangers asked for within ten minutes, shared by all processes. Those who were refused leave none. */
@Injectable()
export class AskedNumbers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async recent(position: number, network: string): Promise<RecentGuesses> {
    const [row] = await this.database.door<RecentGuesses & Record<string, unknown>>(RECENT, [
      position,
      this.windowBegin(),
      network,
    ]);
    if (row === undefined) throw new Error('a count without a row');
    return row;
  }

  /** @returns the row, to mark or to take back */
  async add(position: number, network: string): Promise<number> {
    const [row] = await this.database.door<{ id: number }>(
      'INSERT INTO nomor_ditanya (position, network, asked_at) VALUES ($1, $2, $3) RETURNING id',
      [position, network, this.clock.date()],
    );
    if (row === undefined) throw new Error('nothing inserted');
    return row.id;
  }

  async takeBack(id: number): Promise<void> {
    await this.database.door('DELETE FROM nomor_ditanya WHERE id = $1', [id]);
  }

  async markMissed(id: number): Promise<void> {
    await this.database.door('UPDATE nomor_ditanya SET missed = true WHERE id = $1', [id]);
  }

  async figures(): Promise<WindowFigures> {
    const [row] = await this.database.door<WindowFigures & Record<string, unknown>>(FIGURES, [
      this.windowBegin(),
    ]);
    return row ?? { numbers: 0, misses: 0, networks: 0 };
  }

  private windowBegin(): Date {
    return new Date(this.clock.now() - WINDOW_MILLISECONDS);
  }
}
