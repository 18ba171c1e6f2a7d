import { Injectable } from '@nestjs/common';
import { moveRefusal, periodOfDate, type Period } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { RoutePlaces, type RoutePlace } from '../../ground/regions';
import { writeHistories } from './customer-changes';
import type { MoveCustomersBody, MovedDto, MovePreviewDto, MoveTargetBody } from './dto/move.dto';
import { IssuedMonths } from './issued-months';
import { planMove, type MovableCustomer, type PlannedMove } from './planned-move';
import { refuseField } from './refusals';
import { CUSTOMER_SAYS } from './sentences';

const EXAMPLES = 20;

const SELECT = `
  SELECT c.id, c.customer_number, c.name, c.state, c.version, c.region_id, w.code || ' ' || w.name AS region, c.route_id,
    r.code || ' ' || r.name AS route, (SELECT max(l.until_period) FROM riwayat_letak l WHERE l.customer_id = c.id) AS moved
  FROM pelanggan c JOIN wilayah w ON w.id = c.region_id JOIN rute r ON r.id = c.route_id WHERE c.id = ANY ($1) ORDER BY c.id`;

// A move back that counts from the same month leaves no month in between, and no row of one.
const LEAVE = `
  INSERT INTO riwayat_letak (customer_id, from_period, until_period, region_id, route_id, moved_at, moved_by)
  SELECT c.id, coalesce(l.until_period, '0000-00'), $2, c.region_id, c.route_id, $3, $4
  FROM pelanggan c LEFT JOIN (SELECT customer_id, max(until_period) AS until_period FROM riwayat_letak
    WHERE customer_id = ANY ($1) GROUP BY 1) l ON l.customer_id = c.id
  WHERE c.id = ANY ($1) AND coalesce(l.until_period, '0000-00') < $2`;

/**
 * Customers come to another region or route from a month on. What was billed stays where it was: a month that was issued
 * cannot be moved. One person's act, taken back by the same act. See docs/adr/0063.
 */
@Injectable()
export class MoveCustomers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly routes: RoutePlaces,
    private readonly issued: IssuedMonths,
  ) {}

  /** What `execute` would do now. @throws Problem customer.not_found, region.not_found, route.not_found */
  async preview(customerIds: readonly number[], target: MoveTargetBody): Promise<MovePreviewDto> {
    await this.routes.of(this.database, target.region_id, target.route_id);
    const customers = await this.database.read<MovableCustomer & object>(SELECT, [customerIds]);
    const plan = await this.plan(this.database, customers, target);
    return {
      moving: plan.moving.length,
      there: plan.there,
      closed: plan.closed,
      from_period: plan.from,
      earliest: plan.months.earliest,
      latest: plan.months.usual,
      billed: plan.billed.length,
      examples: plan.billed.slice(0, EXAMPLES),
    };
  }

  /**
   * All of them or nobody. Who is there already, or closed, is passed over.
   * @throws Problem customer.not_found, version.conflict, region.not_found, route.not_found, customer.nobody_moves,
   *   customer.month_billed with the customers and the first month that may be moved, request.invalid
   */
  execute(customerIds: readonly number[], body: MoveCustomersBody): Promise<MovedDto> {
    return this.database.transaction(async (tx) => {
      const to = await this.routes.of(tx, body.region_id, body.route_id);
      // As issuing does: in the order of their ids, so that both see the same months.
      await tx.query('SELECT FROM pelanggan WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [
        customerIds,
      ]);
      const customers = await tx.query<MovableCustomer & object>(SELECT, [customerIds]);
      assertUnchanged(customers, body.version);
      const plan = await this.plan(tx, customers, body);
      assertPossible(plan);
      await this.write(tx, plan, to, body.reason);
      return { moved: plan.moving.length, there: plan.there, closed: plan.closed, from_period: plan.from };
    });
  }

  private async plan(
    source: Tx | Database,
    customers: readonly MovableCustomer[],
    { route_id: routeId, from_period: asked }: MoveTargetBody,
  ): Promise<PlannedMove> {
    if (customers.length === 0) throw new Problem('customer.not_found');
    const running = periodOfDate(this.clock.businessDate());
    const issued = await this.issued.newest(
      source,
      customers.map(({ id }) => id),
      running,
    );
    return planMove(customers, routeId, issued, running, asked as Period | undefined);
  }

  private async write(tx: Tx, { moving, from }: PlannedMove, to: RoutePlace, reason: string): Promise<void> {
    const ids = moving.map(({ id }) => id);
    const by = { at: this.clock.date(), userId: currentUserId(), reason };
    await tx.query(LEAVE, [ids, from, by.at, by.userId]);
    await tx.query(
      'UPDATE pelanggan SET region_id = $2, route_id = $3, version = version + 1 WHERE id = ANY ($1)',
      [ids, to.regionId, to.routeId],
    );
    await writeHistories(
      tx,
      moving.flatMap(({ id, region_id: regionId, region, route }) => [
        ...(regionId === to.regionId
          ? []
          : [{ customerId: id, field: 'region', before: region, after: to.region }]),
        { customerId: id, field: 'route', before: route, after: to.route },
        { customerId: id, field: 'moved_from', before: null, after: from },
      ]),
      by,
    );
    await writeAudit(tx, {
      action: 'customer.moved',
      entityType: 'pelanggan',
      entityId: ids.length === 1 ? (ids[0] ?? null) : null,
      before: moving.length === 1 ? { region: moving[0]?.region, route: moving[0]?.route } : null,
      after: {
        region: to.region,
        route: to.route,
        from_period: from,
        reason,
        ...(ids.length > 1 && { customers: ids.length, first_id: ids[0], last_id: ids.at(-1) }),
      },
    });
  }
}

function assertUnchanged(customers: readonly MovableCustomer[], version: number | undefined): void {
  const [customer] = customers;
  if (version !== undefined && customer !== undefined && customer.version !== version)
    throw new Problem('version.conflict', { members: { current_version: customer.version } });
}

function assertPossible({ moving, there, closed, from, months, billed }: PlannedMove): void {
  if (moving.length === 0) throw new Problem('customer.nobody_moves', { members: { there, closed } });
  if (billed.length > 0)
    throw new Problem('customer.month_billed', {
      detail: CUSTOMER_SAYS.monthBilled(billed.length, months.earliest ?? from),
      members: {
        customers: billed.length,
        earliest: months.earliest,
        examples: billed.slice(0, EXAMPLES).map((one) => one.customer_number),
      },
    });
  if (moveRefusal(from, months) === 'TOO_LATE')
    refuseField('/from_period', 'in_future', CUSTOMER_SAYS.notAfterMonth(months.usual));
}
