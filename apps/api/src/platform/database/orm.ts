import { Injectable, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource, TypeOrmModule } from '@nestjs/typeorm';
import type { Pool, PoolClient } from 'pg';
import { DataSource, DefaultNamingStrategy, type NamingStrategyInterface, type ObjectLiteral } from 'typeorm';
import { Database } from './database';

function snake(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** Properties are camelCase, columns snake_case: one translation for every entity (`RowOf` is the same for types). */
class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(
    propertyName: string,
    customName: string | undefined,
    embeddedPrefixes: string[],
  ): string {
    return snake([...embeddedPrefixes, customName ?? propertyName].join('_'));
  }
  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return snake(`${relationName}_${referencedColumnName}`);
  }
}

type Connected = (error: Error | undefined, client?: PoolClient, release?: (error?: Error) => void) => void;

/**
 * The driver of TypeORM with the pool of the screens in place of one it would make: the same connections, time-outs and
 * limit for a repository and for a statement. The pool belongs to `Database`, which ends it when all work is done.
 */
function borrowing(pool: Pool): object {
  const borrowed = {
    connect: (connected: Connected) => {
      pool.connect(connected as Parameters<Pool['connect']>[0]);
    },
    on: () => borrowed,
    end: (ended: () => void) => {
      ended();
    },
  };
  return {
    Pool: class {
      constructor() {
        return borrowed;
      }
    },
  };
}

/** Not before the application starts: a document of its routes is made without a database. */
@Injectable()
class OpenDataSource implements OnModuleInit {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    await this.dataSource.initialize();
  }
}

/** Entities name the tables, repositories read them for master data and screens. Business writes go through `Tx`. */
@Module({})
export class OrmModule {
  static of(entities: readonly (new () => ObjectLiteral)[]): DynamicModule {
    return {
      module: OrmModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Database],
          useFactory: (database: Database) => ({
            type: 'postgres',
            driver: borrowing(database.pool('screen')),
            entities: [...entities],
            namingStrategy: new SnakeNaming(),
            synchronize: false,
            logging: false,
            installExtensions: false,
            manualInitialization: true,
            retryAttempts: 0,
          }),
        }),
      ],
      providers: [OpenDataSource],
    };
  }
}
