import { Injectable, type OnModuleInit } from '@nestjs/common';
import { decidersOf, rolesWith, type Role } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { OutboxDispatcher, type OutboxEvent } from '../../../platform/events';
import { NOTICE_KINDS, type NoticeKind } from './notice-words';

interface Addressees {
  readonly roles: readonly Role[];
  readonly userId: number | null;
  readonly link: string | null;
}

type AddresseesOf = { readonly [Kind in NoticeKind]: (event: OutboxEvent<Kind>) => Addressees };

const ADDRESSEES: AddresseesOf = {
  'bill_run.finished': ({ entityId }) => billRunAddressees(entityId),
  'bill_run.failed': ({ entityId }) => billRunAddressees(entityId),
  'approval.requested': ({ payload: { kind } }) => ({
    roles: decidersOf(kind),
    userId: null,
    link: '/admin/approvals',
  }),
  'approval.decided': ({ payload: { made_by: maker } }) => ({
    roles: [],
    userId: maker,
    link: '/admin/approvals',
  }),
  'security.enumeration': () => ({
    roles: rolesWith('audit.read'),
    userId: null,
    link: '/admin/activity?action=security.enumeration',
  }),
  // Whoever can open another door, and the office that will be asked why payments stopped.
  'bank_key.revoked': ({ entityId }) => ({
    roles: [...new Set<Role>([...decidersOf('bank_key'), 'ADMIN_PDAM'])],
    userId: null,
    link: entityId === null ? null : `/admin/banks/${String(entityId)}/keys`,
  }),
  // Whoever asks for what was paid in, and whoever agrees to it.
  'deposit.low': ({ entityId }) => ({
    roles: [...new Set<Role>([...rolesWith('ppob.manage'), ...decidersOf('partner_deposit')])],
    userId: null,
    link: entityId === null ? null : `/admin/partners/${String(entityId)}`,
  }),
  'supplier.low': () => ({
    roles: [...new Set<Role>([...rolesWith('ppob.manage'), ...decidersOf('supplier_payment')])],
    userId: null,
    link: '/admin/ppob/suppliers',
  }),
  'reconciliation.breaks_found': ({ entityId }) => ({
    roles: rolesWith('reconciliation.manage'),
    userId: null,
    link: entityId === null ? null : `/admin/reconciliation/days/${String(entityId)}`,
  }),
  'settlement_file.missing': ({ payload: { bank_id: bankId } }) => ({
    roles: rolesWith('reconciliation.manage'),
    userId: null,
    link: `/admin/reconciliation/upload?bank_id=${String(bankId)}`,
  }),
  'scheduled_report.ready': ({ payload }) => ownReports(payload.user_id),
  'scheduled_report.failed': ({ payload }) => ownReports(payload.user_id),
  'scheduled_report.stopped': ({ payload }) => ownReports(payload.user_id),
  'fault.happened': () => ({ roles: rolesWith('setting.manage'), userId: null, link: null }),
};

const ownReports = (userId: number): Addressees => ({ roles: [], userId, link: '/admin/reports/saved' });

function billRunAddressees(runId: number | null): Addressees {
  return {
    roles: rolesWith('bill.issue'),
    userId: null,
    link: `/admin/bill-runs/${String(runId ?? '')}`,
  };
}

/** Turns committed news into notices. Delivered at least once, written once. */
@Injectable()
export class PublishNotices implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxDispatcher,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const kind of NOTICE_KINDS) this.outbox.on(kind, (event) => this.publish(kind, event));
  }

  private async publish<Kind extends NoticeKind>(kind: Kind, event: OutboxEvent<Kind>): Promise<void> {
    const { roles, userId, link } = ADDRESSEES[kind](event);
    const key = `${kind}/${String(event.id)}`;
    const targets = [
      ...roles.map((role) => ({ role, userId: null, key: `${key}/${role}` })),
      ...(userId === null ? [] : [{ role: null, userId, key: `${key}/${String(userId)}` }]),
    ];
    await this.database.writeAside(
      `INSERT INTO notifikasi (kind, role, user_id, data, link, created_at, dedupe_key)
       SELECT $1, role, user_id, $2, $3, $4, dedupe_key
       FROM unnest($5::text[], $6::bigint[], $7::text[]) AS t(role, user_id, dedupe_key)
       ON CONFLICT (dedupe_key) DO NOTHING`,
      [
        kind,
        JSON.stringify(event.payload),
        link,
        this.clock.date(),
        targets.map((target) => target.role),
        targets.map((target) => target.userId),
        targets.map((target) => target.key),
      ],
    );
  }
}
