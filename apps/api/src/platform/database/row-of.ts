/** `lastLoginAt` → `last_login_at`, as the naming strategy of the entities does it. */
type Snake<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : Name;

/** Columns of an entity as a statement answers them: the entity says once what each of them is. */
export type RowOf<Entity, Property extends keyof Entity & string> = {
  readonly [Name in Property as Snake<Name>]: Entity[Name];
};
