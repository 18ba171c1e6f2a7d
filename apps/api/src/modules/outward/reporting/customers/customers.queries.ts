import { Injectable } from '@nestjs/common';
import { countsBlind, customerKey } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database } from '../../../../platform/database';
import { listAll, listPage, type ListParameters, type PageOf } from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import { CUSTOMER_SELECT, customerListFor, toCustomerResponse, type CustomerRow } from './customer-list';
import { mayReadPii, type CustomerReader, type CustomerDto } from '../../../water/customers';
import { REPORTING_SAYS } from '../sentences';

@Injectable()
export class CustomerQueries implements CustomerReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  page(parameters: ListParameters): Promise<PageOf<CustomerDto>> {
    const list = customerListFor(this.clock, mayReadPii());
    // How what is owed by all shrinks tells what a drawer took: whoever counts it blind is told no sum.
    const blind = countsBlind(currentStaff().permissions);
    return listPage(this.database, blind ? { ...list, sums: {} } : list, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<CustomerDto> {
    return listAll(this.database, customerListFor(this.clock, mayReadPii()), parameters);
  }

  /** Who is meant by a filter or by ticked rows, by id. @throws Problem request.invalid when they are more than `most` */
  async ids(parameters: ListParameters, most: number): Promise<number[]> {
    const { sort: _sort, ...rows } = parameters;
    const list = customerListFor(this.clock, mayReadPii());
    const found = listAll<{ id: number }, number>(
      this.database,
      { ...list, select: 'p.id', map: ({ id }) => id },
      rows,
    );
    const ids: number[] = [];
    for await (const id of found) {
      if (ids.length === most)
        throw new Problem('request.invalid', {
          errors: [{ pointer: '?', code: 'too_many', message: REPORTING_SAYS.tooManyCustomers(most) }],
        });
      ids.push(id);
    }
    return ids.sort((a, b) => a - b);
  }

  /** @throws Problem customer.not_found */
  one(id: number): Promise<CustomerDto> {
    return this.only('p.id = $1', id);
  }

  /**
   * By the number as a person writes it, or by what an older system called the customer. A number with a wrong digit
   * is refused before anything is looked up.
   * @throws Problem customer.not_found, with the kind of mistake when it is one
   */
  byNumber(written: string): Promise<CustomerDto> {
    const key = customerKey(written);
    if (key.kind === 'NUMBER') return this.only('p.customer_number = $1', key.value);
    if (key.kind === 'NEITHER')
      throw new Problem('customer.not_found', {
        errors: [
          {
            pointer: '?customer_number',
            code: key.reason.toLowerCase(),
            message: REPORTING_SAYS.notANumber,
          },
        ],
      });
    return this.only(
      'p.id = (SELECT a.customer_id FROM pelanggan_alias a WHERE key_form(a.alias) = $1)',
      key.value,
    );
  }

  private async only(condition: string, value: string | number): Promise<CustomerDto> {
    const [row] = await this.database.read<CustomerRow & Record<string, unknown>>(
      `SELECT ${CUSTOMER_SELECT} FROM pelanggan p WHERE ${condition}`,
      [value],
    );
    if (row === undefined) throw new Problem('customer.not_found');
    return toCustomerResponse(row, this.clock, mayReadPii());
  }
}
