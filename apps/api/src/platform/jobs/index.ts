export { Calendar } from './calendar';
export { AttemptSuperseded, JOB_STATES, JobRuns, type JobAttempt, type JobState } from './job-runs';
export { Jobs, type JobHandler, type JobTry } from './jobs';
export { JobsModule } from './jobs.module';
