import { Injectable } from '@nestjs/common';
import { meterLabels, renderAside } from '@tirtapay/documents';
import { READ_STATES } from '@tirtapay/domain';
import { Database } from '../../../../platform/database';
import { Letterhead } from '../../../../platform/letterhead';
import { Problem } from '../../../../platform/problem';
import { MOST_STOPS } from '../dto/round.dto';
import { RoundQueries } from './round.queries';

interface Row {
  readonly customer_number: string;
  readonly name: string;
  readonly address: string;
  readonly meter_serial: string | null;
}

const LABELS = `
  SELECT c.customer_number, c.name, c.address, m.serial AS meter_serial
  FROM pelanggan c
  LEFT JOIN urutan_rute u ON u.customer_id = c.id AND u.route_id = c.route_id
  LEFT JOIN meter m ON m.customer_id = c.id AND m.removed_on IS NULL
  WHERE c.region_id = (SELECT x.region_id FROM rute x WHERE x.id = $1) AND c.route_id = $1 AND c.state = ANY ($2)
  ORDER BY u.position NULLS LAST, c.customer_number LIMIT ${String(MOST_STOPS)}`;

/** Labels to stick beside the meters of a route, in the order they are walked to. */
@Injectable()
export class PrintLabels {
  constructor(
    private readonly database: Database,
    private readonly letterhead: Letterhead,
    private readonly rounds: RoundQueries,
  ) {}

  /** @throws Problem route.not_found, customer.not_found for a route nobody lives on */
  async ofRoute(routeId: number): Promise<Buffer> {
    const route = await this.rounds.route(routeId);
    const rows = await this.database.screen<Row & object>(LABELS, [routeId, READ_STATES]);
    if (rows.length === 0) throw new Problem('customer.not_found');
    return renderAside(
      meterLabels({
        utility: this.letterhead.current.name,
        route: `${route.code} ${route.name}`,
        labels: rows.map((row) => ({
          customerNumber: row.customer_number,
          name: row.name,
          address: row.address,
          meterSerial: row.meter_serial,
        })),
      }),
    );
  }
}
