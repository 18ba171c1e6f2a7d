export { PayPointQueries } from './pay-points.queries';
export { PayPointsModule } from './pay-points.module';
export { payPoints } from './pay-points.parts';
