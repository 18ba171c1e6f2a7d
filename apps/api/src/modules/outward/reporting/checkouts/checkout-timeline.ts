import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import type { CheckoutEventDto } from './checkout.dto';

interface EventRow extends Record<string, unknown> {
  at: Date;
  kind: CheckoutEventDto['kind'];
  actor: string | null;
  subject: string | null;
  outcome: string | null;
  note: string | null;
}

const MOST = 100;

// Every word between the bank and us about it, what a person did, and how it ended.
const EVENTS = `
  SELECT n.created_at AS at, 'OPENED' AS kind, NULL AS actor, n.method AS subject, NULL AS outcome, NULL AS note
  FROM niat_bayar n WHERE n.id = $1
  UNION ALL
  SELECT o.started_at, 'BANK_ASKED', b.name, o.service, coalesce(o.response_code, o.state), NULL
  FROM outbound_call o JOIN penerima b ON b.id = o.bank_id WHERE o.intent_id = $1
  UNION ALL
  SELECT w.received_at, 'BANK_TOLD', b.name, w.source, w.state, w.last_error
  FROM webhook_inbox w JOIN penerima b ON b.id = w.bank_id WHERE w.intent_id = $1
  UNION ALL
  SELECT p.posted_at, 'PAID', b.name, k.receipt_number, NULL, NULL
  FROM niat_bayar n JOIN pembayaran p ON p.id = n.payment_id JOIN penerima b ON b.id = p.collector_id
  JOIN kwitansi k ON k.payment_id = p.id WHERE n.id = $1
  UNION ALL
  SELECT n.closed_at, 'CLOSED', u.name, n.closed_reason, NULL, a.after ->> 'note'
  FROM niat_bayar n
  LEFT JOIN log_aktivitas a ON a.entity_type = 'niat_bayar' AND a.entity_id = n.id AND a.action = 'intent.cancelled'
  LEFT JOIN orang u ON a.actor_kind = 'USER' AND u.id = a.actor_id
  WHERE n.id = $1 AND n.status IN ('EXPIRED', 'CANCELLED')
  UNION ALL
  SELECT s.opened_at, 'CASE', NULL, s.kind, s.status, s.note FROM kasus s WHERE s.intent_id = $1
  ORDER BY at LIMIT ${String(MOST)}`;

/** The life of a checkout, the oldest event first. */
@Injectable()
export class CheckoutTimeline {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(id: number): Promise<CheckoutEventDto[]> {
    const rows = await this.database.screen<EventRow>(EVENTS, [id]);
    return rows.map(({ at, kind, actor, subject, outcome, note }) => ({
      at: this.clock.textOf(at),
      kind,
      actor,
      subject,
      outcome,
      note,
    }));
  }
}
