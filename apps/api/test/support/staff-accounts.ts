import { hash } from '@node-rs/argon2';
import { Client } from 'pg';
import { STAFF, STAFF_PASSWORD } from './staff';

/** The people of every test, into a database that was just migrated. */
export async function addStaff(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  owner.on('error', () => undefined);
  const passwordHash = await hash(STAFF_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await owner.query(
    `INSERT INTO pengguna (username, name, role, password_hash)
     SELECT username, name, role, $4 FROM unnest($1::text[], $2::text[], $3::text[]) AS staff (username, name, role)`,
    [
      STAFF.map((one) => one.username),
      STAFF.map((one) => one.name),
      STAFF.map((one) => one.role),
      passwordHash,
    ],
  );
  await owner.end();
}
