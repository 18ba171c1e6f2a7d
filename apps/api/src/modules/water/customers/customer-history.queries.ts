import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { CODE_NAMES, maskEmail, maskPhone, STATE_NAMES, type Language } from '@tirtapay/domain';
import { Repository } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { Database, type RowOf } from '../../../platform/database';
import {
  coded,
  column,
  identifier,
  listAll,
  listPage,
  type CsvColumn,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import { mayReadPii } from './may-read-pii';
import type { CustomerChangeDto } from './dto/customer.dto';
import type { CustomerChange } from './entities/customer-change.entity';
import { Customer } from './entities/customer.entity';

type ChangeRow = RowOf<
  CustomerChange,
  'id' | 'at' | 'changedBy' | 'field' | 'before' | 'after' | 'reason'
> & { readonly actor_name: string | null };

export const CUSTOMER_HISTORY_LIST = {
  from: 'riwayat_pelanggan h LEFT JOIN orang u ON u.id = h.changed_by',
  select: 'h.id, h.at, h.changed_by, u.name AS actor_name, h.field, h.before, h.after, h.reason',
  sortable: { at: 'h.at', field: 'h.field' },
  defaultSort: '-at',
  tieBreaker: 'h.id',
  filters: { field: { type: 'text', where: 'h.field = $$' } },
} as const satisfies Omit<ListDefinition<ChangeRow, CustomerChangeDto>, 'map'>;

/** A state by its word; everything else was words when it was written. */
function toldValue(field: string, value: string | null, language: Language): string | null {
  const states: Readonly<Record<string, Readonly<Record<Language, string>>>> = STATE_NAMES.customer;
  return field === 'state' && value !== null ? (states[value]?.[language] ?? value) : value;
}

/** Columns of the CSV, in the language of the reader. */
export const CUSTOMER_HISTORY_COLUMNS: readonly CsvColumn<CustomerChangeDto>[] = [
  column('Waktu', 'Time', (change) => change.at),
  column('Oleh', 'By', (change) => change.actor?.name ?? null),
  coded('Isian', 'Field', (change) => change.field, CODE_NAMES.customerField),
  identifier('Sebelum', 'Before', ({ field, before }, language) => toldValue(field, before, language)),
  identifier('Sesudah', 'After', ({ field, after }, language) => toldValue(field, after, language)),
  column('Alasan', 'Reason', (change) => change.reason),
];

const MASKS: Readonly<Record<string, (text: string) => string>> = { phone: maskPhone, email: maskEmail };

@Injectable()
export class CustomerHistoryQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @InjectRepository(Customer) private readonly customers: Repository<Customer>,
  ) {}

  /** @throws Problem customer.not_found */
  async page(customerId: number, parameters: ListParameters): Promise<PageOf<CustomerChangeDto>> {
    const page = await listPage(this.database, this.list(), parameters, ofCustomer(customerId));
    if (page.meta.total === 0) await this.assertExists(customerId);
    return page;
  }

  all(customerId: number, parameters: ListParameters): AsyncGenerator<CustomerChangeDto> {
    return listAll(this.database, this.list(), parameters, ofCustomer(customerId));
  }

  private list(): ListDefinition<ChangeRow, CustomerChangeDto> {
    const pii = mayReadPii();
    return { ...CUSTOMER_HISTORY_LIST, map: (row) => this.toResponse(row, pii) };
  }

  private async assertExists(customerId: number): Promise<void> {
    if (!(await this.customers.existsBy({ id: customerId }))) throw new Problem('customer.not_found');
  }

  private toResponse(row: ChangeRow, pii: boolean): CustomerChangeDto {
    const mask = pii ? undefined : MASKS[row.field];
    const shown = (text: string | null) => (text === null || mask === undefined ? text : mask(text));
    return {
      id: row.id,
      at: this.clock.textOf(row.at),
      actor: row.changed_by === null ? null : { id: row.changed_by, name: row.actor_name ?? '' },
      field: row.field,
      before: shown(row.before),
      after: shown(row.after),
      reason: row.reason,
    };
  }
}

const ofCustomer = (id: number) => [{ where: 'h.customer_id = $$', value: id }];
