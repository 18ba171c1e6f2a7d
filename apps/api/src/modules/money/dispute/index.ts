export { DisputeModule } from './dispute.module';
export { DisputeQueries, type PublicDispute } from './dispute.queries';
export { EndDispute } from './end-dispute.service';
export { OpenDispute } from './open-dispute.service';
export { dispute } from './dispute.parts';
