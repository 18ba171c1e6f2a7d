import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiExtension,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiProperty,
  ApiPropertyOptional,
  ApiQuery,
} from '@nestjs/swagger';
import { COUNTS, MAX_IDS } from './compile-list';
import { screenTitles, type CsvColumn } from './csv-columns';
import { FORMATS, XLSX_TYPE } from './export-formats';
import type { ListFilter, ListShape } from './list-definition';
import { MOST_ROWS } from './page-limits';
import { leastLetters } from './search-conditions';

export class PageMetaDto {
  @ApiProperty({ type: 'integer', minimum: 1 })
  page: number;
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 100 })
  page_size: number;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Rows of the filter, at most 10,000' })
  total: number;
  @ApiPropertyOptional({
    enum: [true],
    description: 'There are more than `total`; `count=exact` counts them all, and then adds up all of them',
  })
  total_capped?: true;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Sums over all rows of the filter, when `totals=true` asked for them and all were counted',
  })
  totals?: Readonly<Record<string, number>>;
  @ApiPropertyOptional({ description: 'The `after` of the rows behind these, where the order allows it' })
  next?: string;
  @ApiPropertyOptional({ description: 'The `before` of the rows in front of these' })
  previous?: string;
}

/** The response class of a list: `class RegionPage extends PageDto(RegionResponse) {}`. */
export function PageDto<Item>(item: Type<Item>): Type<{ data: Item[]; meta: PageMetaDto }> {
  class PageOfItem {
    @ApiProperty({ type: [item] })
    data: Item[];
    @ApiProperty({ type: PageMetaDto })
    meta: PageMetaDto;
  }
  return PageOfItem;
}

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

function filterQueries(shape: ListShape): MethodDecorator[] {
  return Object.entries(shape.filters).map(([name, filter]) =>
    ApiQuery({ name, required: false, schema: filterSchema(filter) }),
  );
}

function orderQueries(shape: ListShape): MethodDecorator[] {
  const columns = Object.keys(shape.sortable).join(', ');
  return [
    ApiQuery({
      name: 'sort',
      required: false,
      schema: { type: 'string' },
      description: `Comma list of ${columns}; a leading - sorts downwards${
        shape.indexed === undefined
          ? ''
          : `. Any filter sorts by ${shape.indexed.join(' or ')}; other orders are for at most ${String(MOST_ROWS)} rows`
      }`,
    }),
    ...(shape.search === undefined
      ? []
      : [ApiQuery({ name: 'q', required: false, schema: { type: 'string', maxLength: 100 } })]),
    ApiQuery({
      name: 'ids',
      required: false,
      schema: { type: 'string' },
      description: `Only these rows: up to ${String(MAX_IDS)} identifiers, separated by commas`,
    }),
  ];
}

/**
 * What a screen needs to draw the list, carried into the client as it is: its columns and their titles, by which keys it
 * sorts, which filters it takes and with which values, whether it searches, and what its totals row adds up.
 */
function shapeExtension(shape: ListShape, columns: readonly CsvColumn<never>[]): MethodDecorator {
  const { sortable, indexed, defaultSort, filters, search, sums = {} } = shape;
  return ApiExtension('x-list', {
    columns: screenTitles(columns),
    sort: Object.keys(sortable),
    // Kept in order by an index, however many rows; absent where any order is cheap.
    ...(indexed !== undefined && { indexed: [...indexed] }),
    ...(search !== undefined && { search_min: leastLetters(shape) }),
    ...(defaultSort !== undefined && { default_sort: defaultSort }),
    search: search !== undefined,
    filters: Object.fromEntries(
      Object.entries(filters).map(([name, { type, choices, many }]) => [
        name,
        { type, ...(choices !== undefined && { choices: [...choices] }), ...(many === true && { many }) },
      ]),
    ),
    sums: Object.fromEntries(Object.entries(sums).map(([name, { kind }]) => [name, kind])),
  });
}

/**
 * Documents the query parameters of a list from its own definition, so that the two cannot drift apart.
 * @param columns of its file and its screen; none where no screen of ours draws it
 */
export function ApiListQuery(shape: ListShape, columns: readonly CsvColumn<never>[] = []): MethodDecorator {
  return applyDecorators(
    ApiQuery({ name: 'page', required: false, schema: { type: 'integer', minimum: 1, default: 1 } }),
    ApiQuery({
      name: 'page_size',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
    }),
    ApiQuery({
      name: 'after',
      required: false,
      schema: { type: 'string' },
      description: '`meta.next` of the page before, in the same order and without `page`: the rows behind it',
    }),
    ApiQuery({
      name: 'before',
      required: false,
      schema: { type: 'string' },
      description: '`meta.previous`: the rows in front of it; `end`: the last rows of all',
    }),
    ApiQuery({
      name: 'count',
      required: false,
      enum: COUNTS,
      description: `Up to ${String(MOST_ROWS)} rows are counted unless \`exact\` asks for all`,
    }),
    ApiQuery({
      name: 'totals',
      required: false,
      schema: { type: 'boolean' },
      description: 'Adds the sums of the whole filter to the answer',
    }),
    ...orderQueries(shape),
    ...filterQueries(shape),
    shapeExtension(shape, columns),
  );
}

/** Documents the export of a list: the same filter and order, every row, no pages. */
export function ApiExport(operationId: string, shape: ListShape): MethodDecorator {
  return applyDecorators(
    ApiOperation({ operationId, summary: 'Every row of the filter as a file, in the order of the list' }),
    ...orderQueries(shape),
    ...filterQueries(shape),
    ApiQuery({ name: 'format', required: false, enum: FORMATS, description: 'csv unless said otherwise' }),
    ApiProduces('text/csv', XLSX_TYPE),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );
}
