import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { MeterHistoryDto } from './dto/meter.dto';
import { Customer } from './entities/customer.entity';

@Injectable()
export class MeterQueries {
  constructor(
    private readonly database: Database,
    @InjectRepository(Customer) private readonly customers: Repository<Customer>,
  ) {}

  /** Every meter the connection ever had, the one in place first. @throws Problem customer.not_found */
  async ofCustomer(customerId: number): Promise<MeterHistoryDto[]> {
    const meters = await this.database.read<MeterHistoryDto & Record<string, unknown>>(
      `SELECT id, serial, digits, size_mm, installed_on, first_installed_on, installed_stand, removed_on, removed_stand, removed_reason
       FROM meter WHERE customer_id = $1 ORDER BY installed_on DESC, id DESC`,
      [customerId],
    );
    if (meters.length === 0 && !(await this.customers.existsBy({ id: customerId })))
      throw new Problem('customer.not_found');
    return meters;
  }
}
