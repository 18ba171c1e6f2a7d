import { TestDatabase } from '../../api/test/support';
import { putBack, setAside } from '../src/demo/load/set-aside';

let db: TestDatabase;

beforeEach(async () => {
  db = await TestDatabase.create();
});
afterEach(() => db.drop());

/** Every foreign key and index of the schema, as PostgreSQL prints it. */
async function rules(): Promise<string[]> {
  const rows = await db.query<{ rule: string }>(
    `SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS rule FROM pg_constraint WHERE contype = 'f'
     UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`,
  );
  return rows.map(({ rule }) => rule);
}

it('what a load set aside is put back word for word, also when it was set aside twice', async () => {
  const whole = await rules();
  await setAside(db.ownerUrl);
  const less = await rules();
  expect(whole.length - less.length).toBeGreaterThan(40);
  expect(less.filter((rule) => rule.startsWith('CREATE UNIQUE'))).toEqual(
    whole.filter((rule) => rule.startsWith('CREATE UNIQUE')),
  );
  await setAside(db.ownerUrl);
  await putBack(db.ownerUrl);
  expect(await rules()).toEqual(whole);
  await putBack(db.ownerUrl);
  expect(await rules()).toEqual(whole);
});

it('a row that refers to nothing stops the start, and nothing is forgotten', async () => {
  await setAside(db.ownerUrl);
  const kept = () =>
    db.one<{ value: unknown }>("SELECT value FROM app_setting WHERE key = 'set_aside_while_loading'");
  const [less, aside] = [await rules(), await kept()];
  await db.query(
    "INSERT INTO meter (customer_id, serial, digits, size_mm, installed_on, installed_stand) VALUES (999999, 'X1', 5, 15, '2026-01-01', 0)",
  );
  await expect(putBack(db.ownerUrl)).rejects.toThrow(/meter_customer_id_fkey/);
  expect([await rules(), await kept()]).toEqual([less, aside]);
});
