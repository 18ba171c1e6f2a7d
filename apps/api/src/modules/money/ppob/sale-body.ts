import { applyDecorators } from '@nestjs/common';
import { ApiBody, type ApiBodyOptions } from '@nestjs/swagger';
import {
  MAX_TRANSACTION,
  PPOB_SERVICE_CODES,
  PPOB_SERVICES,
  type PpobFieldKind,
  type PpobFieldName,
  type PpobService,
} from '@tirtapay/domain';

type SchemaObject = Exclude<Extract<ApiBodyOptions, { schema: unknown }>['schema'], { $ref: string }>;

/** How a field is documented; the law that reads it is `readField`. */
const KINDS: Readonly<Record<PpobFieldKind, SchemaObject>> = {
  TEXT: { type: 'string', minLength: 1, maxLength: 200 },
  NOP: { type: 'string', description: '18 digits, bare or with the usual dots' },
  PLN_METER: { type: 'string', pattern: '^\\d{11,12}$' },
  ACCOUNT: { type: 'string', pattern: '^[A-Za-z0-9._()#-]{3,40}$' },
  MOBILE: { type: 'string', description: 'An Indonesian mobile number; its prefix names the operator' },
  MONTH: { type: 'string', pattern: '^\\d{2}-\\d{4}$', description: 'MM-YYYY' },
  DURATION: { type: 'string', description: '`1 Bulan` to `12 Bulan`' },
  NOMINAL: { type: 'integer', minimum: 1, maximum: MAX_TRANSACTION, description: 'One of the price list' },
  CHOICE: { type: 'string', minLength: 1, maxLength: 60, description: 'One of the price list' },
};

/** What the specification prints. */
const EXAMPLES: Readonly<Partial<Record<PpobFieldName, string | number>>> = {
  customer_address: 'Jl. Melati No. 10, Jakarta',
  nop: '32.75.080.012.001-1234.0',
  meter_number: '12345678901',
  no_pelanggan: 'PDAM123456',
  nomor_hp: '081234567890',
  game_id: '12345678(1234)',
  merchant: 'FoodHub',
  jenis_hewan: 'Kambing',
  jenis_zakat: 'Zakat Mal',
  paket_data: '10GB',
};

const ENVELOPE: Readonly<Record<string, SchemaObject>> = {
  ref_id: {
    type: 'string',
    pattern: '^[A-Za-z0-9._/-]{1,64}$',
    description: 'Yours, unique for ever: repeating it never sells twice',
  },
  payment: { type: 'string', enum: ['DEPOSIT'] },
};

function bodyOf(service: PpobService): SchemaObject {
  return {
    title: service.name,
    type: 'object',
    additionalProperties: false,
    required: ['service_code', 'customer_name', ...service.fields.map(({ name }) => name)],
    properties: {
      service_code: { type: 'string', enum: [service.code, ...service.aliases] },
      customer_name: { type: 'string', minLength: 1, maxLength: 100, example: 'Budi Santoso' },
      ...Object.fromEntries(
        service.fields.map(({ name, kind }) => {
          const example = EXAMPLES[name];
          return [name, { ...KINDS[kind], ...(example !== undefined && { example }) }];
        }),
      ),
      ...ENVELOPE,
    },
  };
}

const SALE_BODY: SchemaObject = { oneOf: PPOB_SERVICE_CODES.map((code) => bodyOf(PPOB_SERVICES[code])) };

const EXAMPLE = {
  customer_name: 'Andi Wijaya',
  meter_number: '12345678901',
  nominal: 10_000,
  service_code: 'PLN',
  ref_id: 'MITRA/2026-0001',
};

/** One of the twelve bodies of the specification, with the envelope a seller may add. */
export function ApiSaleBody(): MethodDecorator {
  return applyDecorators(
    ApiBody({ schema: SALE_BODY, examples: { pln: { summary: 'PLN', value: EXAMPLE } } }),
  );
}
