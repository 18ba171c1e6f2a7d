import { Injectable, type OnModuleInit } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Database, violatedConstraint, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { FollowUps, RequestApproval } from '../../ground/approvals';
import { Collectors, Deposits } from '../../ground/collectors';
import { BankDirectory } from './bank-directory';
import { assertNetworks } from './networks';
import type { ApprovalRequestedDto } from './dto/bank.dto';
import type { CreatePartnerBody } from './dto/partner.dto';

const PARTNER_APPROVAL = 'partner';

type NewPartner = Omit<CreatePartnerBody, 'reason'>;

/** A partner begins with no key and no deposit: it can sell nothing until both were given by two people each. */
@Injectable()
export class CreatePartner implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly approvals: RequestApproval,
    private readonly followUps: FollowUps,
    private readonly directory: BankDirectory,
    private readonly collectors: Collectors,
    private readonly deposits: Deposits,
  ) {}

  onModuleInit(): void {
    this.followUps.on(PARTNER_APPROVAL, {
      approved: (tx, event) => this.create(tx, event.payload as NewPartner),
    });
  }

  /** @throws Problem partner.duplicate, bank.cidr_invalid */
  async request({ reason, ...partner }: CreatePartnerBody): Promise<ApprovalRequestedDto> {
    assertNetworks(partner.allowed_cidrs);
    return this.database.transaction(async (tx) => {
      const known = await tx.query('SELECT FROM penerima WHERE series = $1', [partner.code]);
      if (known.length > 0) throw new Problem('partner.duplicate');
      const id = await this.approvals.request(tx, {
        kind: PARTNER_APPROVAL,
        entityType: 'mitra',
        entityId: null,
        summary: `Mitra baru ${partner.name} (${partner.code})`,
        payload: { ...partner },
        reason,
      });
      return { approval_id: id, status: 'PENDING' };
    });
  }

  private async create(tx: Tx, partner: NewPartner): Promise<void> {
    const { code, name } = partner;
    const id = await this.collectors.addPartner(tx, { series: code, name }).catch((error: unknown) => {
      if (violatedConstraint(error) === 'penerima_series_key') throw new Problem('partner.duplicate');
      throw error;
    });
    await tx.query(
      'INSERT INTO mitra (id, code, name, allowed_cidrs, rate_limit_per_second) VALUES ($1, $2, $3, $4, $5)',
      [id, code, name, partner.allowed_cidrs, partner.rate_limit_per_second],
    );
    await this.deposits.open(tx, id, partner.low_balance);
    await writeAudit(tx, { action: 'partner.created', entityType: 'mitra', entityId: id, after: partner });
    this.directory.forget();
  }
}
