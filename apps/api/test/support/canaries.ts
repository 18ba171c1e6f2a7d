import type { TestDatabase } from './test-database';

interface Canary {
  readonly name: string;
  /** As it was sent, and as what merely wraps it would show it. */
  readonly forms: readonly string[];
  /** `table.column` it is meant to be kept in; a secret is meant for none. */
  readonly homes: ReadonlySet<string>;
}

/**
 * Values nobody but one test ever writes, and where they turned up. What is searched is everything: each column of each table,
 * so that a table nobody thought of is searched as well.
 */
export class Canaries {
  private readonly known: Canary[] = [];

  /** @param value at least eight characters, or it would be found by chance */
  add(name: string, value: string, homes: readonly string[] = []): string {
    if (value.length < 8) throw new Error(`${name} is too short to be told from anything else`);
    const bytes = Buffer.from(value);
    const forms = [value, encodeURIComponent(value), bytes.toString('base64'), bytes.toString('hex')];
    this.known.push({
      name,
      forms: [...new Set(forms.map((form) => form.toLowerCase()))],
      homes: new Set(homes),
    });
    return value;
  }

  /** Names of those that stand in a text. */
  inText(text: string): string[] {
    const small = text.toLowerCase();
    return this.known
      .filter(({ forms }) => forms.some((form) => small.includes(form)))
      .map(({ name }) => name);
  }

  /** `name in table.column` of each that is kept where it is not at home, the queue of jobs included. */
  async inDatabase(database: TestDatabase): Promise<string[]> {
    const tables = await database.query<{ name: string; statement: string }>(
      `SELECT c.relname AS name, format('SELECT DISTINCT n.name, e.key FROM %I.%I AS t, jsonb_each_text(to_jsonb(t)) AS e,
         unnest($1::text[], $2::text[]) AS n(name, form) WHERE strpos(lower(e.value), n.form) > 0', s.nspname, c.relname) AS statement
       FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND s.nspname NOT IN ('pg_catalog', 'information_schema')
       ORDER BY 1`,
    );
    const forms = this.known.flatMap(({ name, forms: all }) => all.map((form) => ({ name, form })));
    const found: string[] = [];
    for (const table of tables) {
      const hits = await database.query<{ name: string; key: string }>(table.statement, [
        forms.map(({ name }) => name),
        forms.map(({ form }) => form),
      ]);
      for (const { name, key } of hits) {
        const home = `${table.name}.${key}`;
        if (!this.known.some((canary) => canary.name === name && canary.homes.has(home)))
          found.push(`${name} in ${home}`);
      }
    }
    return found.sort();
  }
}
