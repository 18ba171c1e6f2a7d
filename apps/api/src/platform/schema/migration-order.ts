import type { MigrationInterface } from 'typeorm';

/** A migration names itself: what it does, and thirteen digits that say when it comes. */
export type Migration = new () => MigrationInterface;

function place(migration: Migration): { name: string; at: number } {
  const { name = '' } = new migration();
  return { name, at: Number(name.slice(-13)) };
}

/**
 * The one order of all modules' migrations: by the thirteen digits at the end of the name, as they are applied, and by
 * name where several have the same. A migration lies with the module it is mainly for; what it needs comes before it.
 */
export function inOrder(migrations: readonly Migration[]): readonly Migration[] {
  return migrations
    .map((migration) => ({ migration, ...place(migration) }))
    .sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
    .map(({ migration }) => migration);
}
