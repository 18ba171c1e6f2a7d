export { CounterQueries } from './counters.queries';
export { PayPointsModule } from './pay-points.module';
export { payPoints } from './pay-points.parts';
