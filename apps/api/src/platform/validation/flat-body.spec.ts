import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { IsString, Matches, validateSync } from 'class-validator';
import fc from 'fast-check';
import {
  BooleanField,
  ChoiceField,
  IntegerField,
  ListField,
  ObjectField,
  RawTextField,
  TextField,
} from './fields';
import { flatRulesOf, isFlatBody, keepsAllRules } from './flat-body';

class ReceiverBody {
  @TextField({ max: 5 }) name: string;
}

class FlatPaymentBody {
  @RawTextField({ max: 6 }) @Matches(/^[A-Z0-9-]+$/) reference: string;
  @TextField({ optional: true, max: 8 }) note?: string;
  @IntegerField({ min: 1, max: 100 }) amount: number;
  @ListField(() => String, { optional: true, maxItems: 2, of: 'string' })
  @IsString({ each: true })
  @Matches(/^[0-9]{3}$/, { each: true })
  bills?: string[];
  @ChoiceField(['TELLER', 'ATM']) channel: string;
  @BooleanField({ optional: true, nullable: true }) late?: boolean | null;
}

class NestedPaymentBody {
  @TextField({ max: 5 }) reference: string;
  @ObjectField(() => ReceiverBody) receiver: ReceiverBody;
}

/** What the library says of a body, and what it makes of it. */
function judged(body: object): { right: boolean; instance: FlatPaymentBody } {
  const instance = plainToInstance(FlatPaymentBody, structuredClone(body));
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  return { right: errors.length === 0, instance };
}

function quicklyRight(body: object): FlatPaymentBody | null {
  const rules = flatRulesOf(FlatPaymentBody);
  if (rules === null || !isFlatBody(body, rules)) return null;
  const instance = plainToInstance(FlatPaymentBody, body);
  return keepsAllRules(instance, rules) ? instance : null;
}

const strange = fc.constantFrom<unknown>(
  null,
  undefined,
  '',
  ' ',
  0,
  1.5,
  101,
  -1,
  true,
  'ABC-1',
  'much too long for it',
  'a\tb',
  '  spaced  ',
  ['001'],
  ['001', '002', '003'],
  ['01'],
  [1],
  [['001']],
  [{}],
  [],
  {},
  { name: 'x' },
);
const right = fc.record(
  {
    reference: fc.constantFrom('ABC-1', 'X', '123456'),
    note: fc.constantFrom('catatan', '  dua  k ', ''),
    amount: fc.integer({ min: 1, max: 100 }),
    bills: fc.constantFrom(['001'], ['001', '002'], []),
    channel: fc.constantFrom('TELLER', 'ATM'),
    late: fc.constantFrom(true, false, null),
  },
  { requiredKeys: ['reference', 'amount', 'channel'] },
);
const spoilt = fc
  .tuple(
    right,
    fc.dictionary(
      fc.constantFrom('reference', 'note', 'amount', 'bills', 'channel', 'late', 'other'),
      strange,
    ),
  )
  .map(([body, wrong]): object => ({ ...body, ...wrong }));

it('lets through what the library lets through, as the same instance, and nothing else', () => {
  let through = 0;
  fc.assert(
    fc.property(fc.oneof(right, spoilt), (body) => {
      const { right: isRight, instance } = judged(body);
      const quickly = quicklyRight(body);
      if (quickly === null) return;
      through += 1;
      expect(isRight).toBe(true);
      expect(quickly).toBeInstanceOf(FlatPaymentBody);
      expect(quickly).toEqual(instance);
    }),
    { numRuns: 2_000 },
  );
  expect(through).toBeGreaterThan(500);
});

it('lets through every right body that is flat', () => {
  fc.assert(
    fc.property(right, (body) => {
      expect(quicklyRight(body) !== null).toBe(judged(body).right);
    }),
  );
});

it('leaves bodies that hold other bodies to the library', () => {
  expect(flatRulesOf(NestedPaymentBody)).toBeNull();
});

it('null is left out where it is no value of its own', () => {
  const given = { reference: 'A-1', amount: 1, channel: 'ATM', note: null, bills: null, late: null };
  const instance = plainToInstance(FlatPaymentBody, given, { exposeUnsetFields: false });
  expect(Object.keys(instance)).toEqual(['reference', 'amount', 'channel', 'late']);
  expect(instance.late).toBeNull();
});
