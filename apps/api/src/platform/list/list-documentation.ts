import { applyDecorators, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiQuery } from '@nestjs/swagger';
import type { ListDefinition, ListFilter } from './list-definition';

export class PageMetaResponse {
  @ApiProperty({ type: 'integer', minimum: 1 })
  page: number;
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 100 })
  page_size: number;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'All rows of the filter' })
  total: number;
}

/** The response class of a list: `class RegionPage extends PageResponse(RegionResponse) {}`. */
export function PageResponse<Item>(item: Type<Item>): Type<{ data: Item[]; meta: PageMetaResponse }> {
  class PageOfItem {
    @ApiProperty({ type: [item] })
    data: Item[];
    @ApiProperty({ type: PageMetaResponse })
    meta: PageMetaResponse;
  }
  return PageOfItem;
}

type Shape = Pick<ListDefinition<never, unknown>, 'sortable' | 'filters' | 'search'>;

const SCHEMAS: Readonly<Record<ListFilter['type'], object>> = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  period: { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' },
};

function filterSchema(filter: ListFilter): object {
  if (filter.many === true) return { type: 'string', description: 'Several values, separated by commas' };
  return filter.choices === undefined ? SCHEMAS[filter.type] : { type: 'string', enum: [...filter.choices] };
}

function filterQueries(shape: Shape): MethodDecorator[] {
  return Object.entries(shape.filters).map(([name, filter]) =>
    ApiQuery({ name, required: false, schema: filterSchema(filter) }),
  );
}

function orderQueries(shape: Shape): MethodDecorator[] {
  const columns = Object.keys(shape.sortable).join(', ');
  return [
    ApiQuery({
      name: 'sort',
      required: false,
      schema: { type: 'string' },
      description: `Comma list of ${columns}; a leading - sorts downwards`,
    }),
    ...(shape.search === undefined
      ? []
      : [ApiQuery({ name: 'q', required: false, schema: { type: 'string', maxLength: 100 } })]),
  ];
}

/** Documents the query parameters of a list from its own definition, so that the two cannot drift apart. */
export function ApiListQuery(shape: Shape): MethodDecorator {
  return applyDecorators(
    ApiQuery({ name: 'page', required: false, schema: { type: 'integer', minimum: 1, default: 1 } }),
    ApiQuery({
      name: 'page_size',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
    }),
    ...orderQueries(shape),
    ...filterQueries(shape),
  );
}

/** Documents the CSV export of a list: the same filter and order, every row, no pages. */
export function ApiCsvExport(operationId: string, shape: Shape): MethodDecorator {
  return applyDecorators(
    ApiOperation({ operationId, summary: 'Every row of the filter as CSV, in the order of the list' }),
    ...orderQueries(shape),
    ...filterQueries(shape),
    ApiProduces('text/csv'),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );
}
