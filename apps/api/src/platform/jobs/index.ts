export { Calendar } from './calendar';
export { AttemptSuperseded, JobRuns, type JobAttempt } from './job-runs';
export { Jobs, type JobHandler } from './jobs';
export { JobsModule } from './jobs.module';
