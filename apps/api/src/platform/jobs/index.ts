export { Calendar } from './calendar';
export { Jobs, type JobHandler } from './jobs';
export { JobsModule } from './jobs.module';
