import { Injectable } from '@nestjs/common';
import {
  LOOK_UP_WINDOW_SECONDS,
  MISSES_OF_A_NETWORK,
  NEIGHBOURHOOD,
  type RecentLookUps,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';

export const WINDOW_MILLISECONDS = LOOK_UP_WINDOW_SECONDS * 1000;

/** $1 position, $2 begin of the window, $3 network. What a network found is looked for only when it has to excuse misses. */
const RECENT = `
  WITH nearby AS (
    SELECT
      count(DISTINCT position) FILTER (WHERE NOT known)::int AS numbers,
      count(DISTINCT position) FILTER (WHERE missed)::int AS misses,
      count(DISTINCT position) FILTER (WHERE known AND network = $3)::int AS walked
    FROM nomor_ditanya
    WHERE position BETWEEN $1::bigint - ${String(NEIGHBOURHOOD - 1)} AND $1::bigint + ${String(NEIGHBOURHOOD - 1)}
      AND position <> $1 AND asked_at > $2
  ), misses AS (
    SELECT count(DISTINCT position)::int AS of_one, network = $3 AS same FROM nomor_ditanya
    WHERE missed AND position <> $1 AND asked_at > $2 GROUP BY network
  ), of_network AS (
    SELECT coalesce(sum(of_one) FILTER (WHERE same), 0)::int AS misses FROM misses
  )
  SELECT nearby.numbers AS "numbersNearby", nearby.misses AS "missesNearby", nearby.walked AS "knownNearbyOfNetwork",
    of_network.misses AS "missesOfNetwork",
    CASE WHEN of_network.misses < ${String(MISSES_OF_A_NETWORK)} THEN 0 ELSE (
      SELECT count(DISTINCT position)::int FROM nomor_ditanya
      WHERE network = $3 AND NOT missed AND asked_at > $2) END AS "foundOfNetwork",
    (SELECT coalesce(sum(least(of_one, ${String(MISSES_OF_A_NETWORK)})), 0)::int FROM misses) AS "missesInAll",
    EXISTS (SELECT FROM nomor_ditanya WHERE position = $1 AND network = $3 AND asked_at > $2) AS again
  FROM nearby, of_network`;

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

export interface Asked {
  readonly position: number;
  readonly network: string;
  /** It was opened from there before. */
  readonly known: boolean;
}

/** The numbers asked for within ten minutes, shared by all processes. Those who were refused leave none. */
@Injectable()
export class AskedNumbers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns with `again`: whether the network was shown this very number, or told that nobody has it, in the window */
  async recent({ position, network }: Asked): Promise<RecentLookUps & { readonly again: boolean }> {
    const [row] = await this.database.door<RecentLookUps & { again: boolean } & Record<string, unknown>>(
      RECENT,
      [position, this.windowBegin(), network],
    );
    if (row === undefined) throw new Error('a count without a row');
    return row;
  }

  /** @returns the row, to mark or to take back */
  async add({ position, network, known }: Asked): Promise<number> {
    const [row] = await this.database.door<{ id: number }>(
      'INSERT INTO nomor_ditanya (position, network, known, asked_at) VALUES ($1, $2, $3, $4) RETURNING id',
      [position, network, known, this.clock.date()],
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
