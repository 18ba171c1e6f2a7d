import {
  Global,
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import {
  DataSource,
  DefaultNamingStrategy,
  type EntityTarget,
  type NamingStrategyInterface,
  type ObjectLiteral,
  type Repository,
} from 'typeorm';
import { CONFIG, type Config } from '../config';

function snake(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** Properties are camelCase, columns snake_case: one translation for every entity. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
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

type EntityClass = new () => ObjectLiteral;

/** TypeORM reads for screens: entities name the tables, repositories read them. Writes go through `Tx`. */
@Injectable()
export class Orm implements OnModuleInit, OnApplicationShutdown {
  readonly dataSource: DataSource;

  constructor(@Inject(CONFIG) config: Config, @Inject('ENTITIES') entities: readonly EntityClass[]) {
    this.dataSource = new DataSource({
      type: 'postgres',
      url: config.databaseUrl,
      entities: [...entities],
      namingStrategy: new SnakeNaming(),
      synchronize: false,
      logging: false,
      poolSize: 4,
      applicationName: 'tirtapay-screens',
      parseInt8: true,
    });
  }

  async onModuleInit(): Promise<void> {
    await this.dataSource.initialize();
  }

  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.dataSource.getRepository(entity);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

@Global()
@Module({})
export class OrmModule {
  static of(entities: readonly EntityClass[]): DynamicModule {
    return {
      module: OrmModule,
      providers: [{ provide: 'ENTITIES', useValue: entities }, Orm],
      exports: [Orm],
    };
  }
}
