import type { Tx } from '../../../../platform/database';
import { writeOutbox } from '../../../../platform/events';

interface Scheduled {
  /** Of the file. */
  readonly id: number;
  readonly person_id: number;
  readonly saved_report: string | null;
  readonly due_on: string | null;
}

/**
 * Tells the owner that what came by schedule is there, or why it is not. Who asked for a file himself watches it, and is told
 * nothing.
 */
export async function tellOfFile(tx: Tx, file: Scheduled, reason?: string): Promise<void> {
  if (file.due_on === null) return;
  const told = { user_id: file.person_id, name: file.saved_report ?? '', due_on: file.due_on };
  if (reason === undefined) await writeOutbox(tx, 'scheduled_report.ready', file.id, told);
  else await writeOutbox(tx, 'scheduled_report.failed', file.id, { ...told, reason });
}

/** Tells the owner that a schedule goes on no more, and why. */
export async function tellOfStop(
  tx: Tx,
  saved: { readonly id: number; readonly owner_id: number; readonly name: string },
  dueOn: string,
  reason: string,
): Promise<void> {
  const told = { user_id: saved.owner_id, name: saved.name, due_on: dueOn, reason };
  await writeOutbox(tx, 'scheduled_report.stopped', saved.id, told);
}

interface ScheduledReportNews {
  readonly user_id: number;
  /** Of the saved report. */
  readonly name: string;
  readonly due_on: string;
}

declare module '../../../../platform/events/outbox' {
  interface OutboxTopics {
    'scheduled_report.ready': ScheduledReportNews;
    'scheduled_report.failed': ScheduledReportNews & { readonly reason: string };
    'scheduled_report.stopped': ScheduledReportNews & { readonly reason: string };
  }
}
