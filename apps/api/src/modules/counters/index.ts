export { CounterQueries } from './counters.queries';
export { Counter } from './entities/counter.entity';
export { CountersModule } from './counters.module';
