import type { Type } from '@nestjs/common';

/** The business modules of the application, lowest first. */
export const MODULES: Type[] = [];

/** Every TypeORM entity; a test holds them against the schema. */
export const ENTITIES: (new () => object)[] = [];
