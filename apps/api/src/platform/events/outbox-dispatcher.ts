import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { CONFIG, type Config } from '../config';
import { Database, storableText } from '../database';
import type { OutboxTopics, ToldTopic } from './outbox';

export interface OutboxEvent<Topic extends keyof OutboxTopics> {
  readonly id: number;
  readonly topic: Topic;
  readonly entityId: number | null;
  readonly payload: OutboxTopics[Topic];
}

type Listener<Topic extends keyof OutboxTopics> = (event: OutboxEvent<Topic>) => Promise<void> | void;

const BATCH = 200;
const IDLE_MILLISECONDS = 1_000;
/** News of payments comes in bursts: what follows within an eye's blink travels in one transaction. */
const GATHER_MILLISECONDS = 25;
const MAX_ATTEMPTS = 10;

/**
 * Delivers committed news to listeners at least once. A listener that keeps failing sends the event to the dead
 * letters (`dead_at`) after ten attempts with growing pauses; the others go on.
 */
@Injectable()
export class OutboxDispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('outbox');
  private readonly listeners = new Map<string, Listener<keyof OutboxTopics>[]>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  /** There is news that the delivery under way, or the next one, may not have seen. */
  private nudged = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  on<Topic extends ToldTopic>(topic: Topic, listener: Listener<Topic>): void {
    this.listeners.set(topic, [
      ...(this.listeners.get(topic) ?? []),
      listener as Listener<keyof OutboxTopics>,
    ]);
  }

  onApplicationBootstrap(): void {
    if (this.config.runJobs) this.schedule(IDLE_MILLISECONDS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Called after a commit that wrote an event, so that it is delivered now and not at the next tick. */
  nudge(): void {
    if (!this.config.runJobs || this.stopped || this.nudged) return;
    this.nudged = true;
    // What a delivery under way did not see is looked for right after it.
    if (this.running === undefined) this.schedule(GATHER_MILLISECONDS);
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.nudged = false;
      this.running = this.drain()
        .catch((error: unknown) => {
          this.logger.warn(`outbox pauses: ${String(error)}`);
        })
        .finally(() => {
          this.running = undefined;
          if (!this.stopped) this.schedule(this.nudged ? GATHER_MILLISECONDS : IDLE_MILLISECONDS);
        });
    }, delay);
    this.timer.unref();
  }

  /** Delivers everything that is due; also called directly by tests. */
  async drain(): Promise<void> {
    while ((await this.deliverBatch()) === BATCH && !this.stopped);
  }

  private async deliverBatch(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const events = await tx.prepared<{
        id: number;
        topic: keyof OutboxTopics;
        entity_id: number | null;
        payload: OutboxTopics[keyof OutboxTopics];
      }>(
        'due_news',
        `SELECT id, topic, entity_id, payload FROM outbox
         WHERE delivered_at IS NULL AND dead_at IS NULL AND next_attempt_at <= clock_timestamp()
         ORDER BY id LIMIT ${String(BATCH)} FOR UPDATE SKIP LOCKED`,
        [],
      );
      const delivered: number[] = [];
      for (const event of events) {
        try {
          for (const listener of this.listeners.get(event.topic) ?? [])
            await listener({
              id: event.id,
              topic: event.topic,
              entityId: event.entity_id,
              payload: event.payload,
            });
          delivered.push(event.id);
        } catch (error) {
          await tx.query(
            `UPDATE outbox SET attempts = attempts + 1, last_error = left($2, 500),
               next_attempt_at = clock_timestamp() + make_interval(secs => least(3600, 2 ^ attempts)),
               dead_at = CASE WHEN attempts + 1 >= ${String(MAX_ATTEMPTS)} THEN clock_timestamp() END
             WHERE id = $1`,
            [event.id, storableText(String(error))],
          );
        }
      }
      if (delivered.length > 0)
        await tx.prepared(
          'news_delivered',
          'UPDATE outbox SET delivered_at = clock_timestamp() WHERE id = ANY($1)',
          [delivered],
        );
      return events.length;
    }, 'screen');
  }
}
