import { Injectable } from '@nestjs/common';
import { rupiah, type BusinessDate, type Period } from '@tirtapay/domain';
import { instalmentAgreement, renderPdf } from '@tirtapay/documents';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Letterhead } from '../../../platform/letterhead';
import { InstalmentPlanQueries } from './instalment-plan.queries';

/** The paper a customer signs who pays in instalments. */
@Injectable()
export class PrintAgreement {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly letterhead: Letterhead,
    private readonly plans: InstalmentPlanQueries,
  ) {}

  /** @throws Problem instalment.not_found */
  async print(id: number): Promise<Buffer> {
    const plan = await this.plans.one(id);
    const [customer] = await this.database.screen<{ address: string }>(
      'SELECT address FROM pelanggan WHERE id = $1',
      [plan.customer.id],
    );
    return renderPdf(
      instalmentAgreement({
        utility: this.letterhead.current,
        planNumber: plan.plan_number,
        customer: {
          customerNumber: plan.customer.customer_number,
          name: plan.customer.name,
          address: customer?.address ?? '',
        },
        bills: plan.sources.map((source) => ({
          period: source.period as Period,
          title: source.title,
          principal: rupiah(source.principal),
          penalty: rupiah(source.penalty),
          waived: rupiah(source.waived),
        })),
        instalments: plan.schedule.map(({ seq, due_date: due, amount }) => ({
          seq,
          dueDate: due as BusinessDate,
          amount: rupiah(amount),
        })),
        waiverRevocable: rupiah(plan.waiver_revocable),
        total: rupiah(plan.total),
        graceDays: plan.grace_days,
        latePolicy: plan.late_policy,
        requestedBy: plan.requested_by,
        approvedBy: plan.approved_by,
        agreedAt: Date.parse(plan.created_at),
        printedAt: this.clock.now(),
        zone: this.clock.zone,
      }),
    );
  }
}
