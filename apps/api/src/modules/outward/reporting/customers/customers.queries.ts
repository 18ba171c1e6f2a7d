import { Injectable } from '@nestjs/common';
import { keyForm, normalizeCustomerNumber } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { listAll, listPage, type ListParameters, type PageOf } from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import { CUSTOMER_SELECT, customerListFor, toCustomerResponse, type CustomerRow } from './customer-list';
import { mayReadPii, type CustomerReader, type CustomerDto } from '../../../water/customers';
import { REPORTING_SAYS } from '../sentences';

/** `PDAM123456`, `01.02.00034`: what older systems printed. */
const LEGACY_FORM = /^[A-Za-z0-9./-]{3,32}$/;

@Injectable()
export class CustomerQueries implements CustomerReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  page(parameters: ListParameters): Promise<PageOf<CustomerDto>> {
    return listPage(this.database, customerListFor(this.clock, mayReadPii()), parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<CustomerDto> {
    return listAll(this.database, customerListFor(this.clock, mayReadPii()), parameters);
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
    const number = normalizeCustomerNumber(written);
    if (number.ok) return this.only('p.customer_number = $1', number.value);
    const alias = keyForm(written);
    if (number.reason === 'CHECK_DIGIT' || !LEGACY_FORM.test(alias))
      throw new Problem('customer.not_found', {
        errors: [
          {
            pointer: '?customer_number',
            code: number.reason.toLowerCase(),
            message: REPORTING_SAYS.notANumber,
          },
        ],
      });
    return this.only(
      'p.id = (SELECT a.customer_id FROM pelanggan_alias a WHERE key_form(a.alias) = $1)',
      alias,
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
