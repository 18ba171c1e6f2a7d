import { Injectable } from '@nestjs/common';
import { isBusinessDate, type BusinessDate } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Problem } from '../../../platform/problem';
import { AssessmentRuns } from './assessment-runs';

@Injectable()
export class RequestAssessment {
  constructor(
    private readonly clock: Clock,
    private readonly runs: AssessmentRuns,
  ) {}

  /** @returns the day that will be assessed. @throws Problem request.invalid for a day that does not exist or has not come */
  async request(text: string | undefined): Promise<BusinessDate> {
    const today = this.clock.businessDate();
    const asOf = text ?? today;
    if (!isBusinessDate(asOf) || asOf > today)
      throw new Problem('request.invalid', {
        errors: [{ pointer: '/business_date', code: 'in_the_future', message: `not a day up to ${today}` }],
      });
    await this.runs.request(asOf);
    return asOf;
  }
}
