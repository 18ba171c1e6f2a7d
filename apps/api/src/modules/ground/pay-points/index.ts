export { CounterQueries } from './counters.queries';
export { Counter } from './entities/counter.entity';
export { PayPointsModule } from './pay-points.module';
