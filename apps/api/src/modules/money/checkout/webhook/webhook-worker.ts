import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../../../platform/jobs';
import { ApplyNotification } from './apply-notification.service';

/** Applies a notification right after it was stored and answered; what is left over is found by looking every second. */
@Injectable()
export class WebhookWorker implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('webhook');
  private readonly working = new Set<Promise<void>>();

  constructor(
    private readonly notifications: ApplyNotification,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(1, 'notifications', async () => {
      while ((await this.notifications.run()) > 0);
    });
  }

  nudge(id: number): void {
    const work: Promise<void> = this.notifications
      .run(id)
      .then(() => undefined)
      .catch((error: unknown) => {
        this.logger.warn(`notification ${String(id)} waits for the next look: ${String(error)}`);
      })
      .finally(() => this.working.delete(work));
    this.working.add(work);
  }

  /** Everything nudged so far was tried when this resolves. */
  async settled(): Promise<void> {
    await Promise.all(this.working);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.settled();
  }
}
