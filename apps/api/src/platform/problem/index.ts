export { ProblemModule } from './problem.module';
export { Problem, type FieldError, type ProblemExtras } from './problem';
export { problemBody, ProblemFilter, toProblem } from './problem.filter';
