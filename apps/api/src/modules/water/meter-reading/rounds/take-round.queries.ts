import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { countedBefore } from '../counted-before';
import type { RoundStopDto, TakenRoundDto, TakenStopDto } from '../dto/round.dto';
import { loadBases, type CustomerBasis } from '../reading-basis';
import { basisKey } from '../reading-key';
import { TakenOverMonths } from '../taken-over-months';
import { RoundQueries } from './round.queries';

/** What a reader sees of past use without a signal: enough to notice a slip of the finger. */
const SHOWN_PERIODS = 6;

/** A route to take to where there is no signal: each stop with all that is asked for when its stand is typed. */
@Injectable()
export class TakeRound {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rounds: RoundQueries,
    private readonly takenOver: TakenOverMonths,
  ) {}

  /** @throws Problem route.not_found, request.invalid for a month that has not begun */
  async take(routeId: number, rawPeriod: string | undefined): Promise<TakenRoundDto> {
    const round = await this.rounds.round(routeId, rawPeriod);
    const { period } = round;
    const keys = round.stops.map(({ customer_id }) => ({ customer_id, period }));
    // A whole route: not on the connections the banks are answered on.
    const bases = await this.database.transaction((tx) => loadBases(tx, keys, this.takenOver), 'screen');
    return {
      ...round,
      taken_at: this.clock.text(this.clock.now()),
      stops: round.stops.flatMap((stop) => {
        const basis = bases.get(basisKey({ customer_id: stop.customer_id, period }));
        return basis === undefined ? [] : [this.taken(stop, basis)];
      }),
    };
  }

  private taken(stop: RoundStopDto, basis: CustomerBasis): TakenStopDto {
    const meter = basis.meters.find(({ removedOn }) => removedOn === null);
    return {
      ...stop,
      meter: meter === undefined ? null : { digits: meter.digits, installed_stand: meter.installedStand },
      ...countedBefore(basis, this.clock.zone),
      history: basis.history
        .slice(0, SHOWN_PERIODS)
        .map(({ period, usage, method, days }) => ({ period, usage_m3: usage, method, days })),
    };
  }
}
