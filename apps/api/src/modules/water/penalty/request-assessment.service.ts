import { Injectable } from '@nestjs/common';
import { isBusinessDate, type BusinessDate } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Problem } from '../../../platform/problem';
import { AssessmentRuns } from './assessment-runs';
import { PENALTY_SAYS } from './sentences';

@Injectable()
export class RequestAssessment {
  constructor(
    private readonly clock: Clock,
    private readonly runs: AssessmentRuns,
  ) {}

  /**
   * Only the day it is: what a penalty adds is booked on the day it is booked, never before the journal of its bill.
   * @returns the day that will be assessed
   * @throws Problem request.invalid for any other day
   */
  async request(text: string | undefined): Promise<BusinessDate> {
    const today = this.clock.businessDate();
    const asOf = text ?? today;
    if (!isBusinessDate(asOf) || asOf !== today)
      throw new Problem('request.invalid', {
        errors: [
          {
            pointer: '/business_date',
            code: asOf < today ? 'in_the_past' : 'in_the_future',
            message: PENALTY_SAYS.bookedToday(today),
          },
        ],
      });
    await this.runs.request(asOf);
    return asOf;
  }
}
