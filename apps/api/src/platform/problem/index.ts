export { ProblemModule } from './problem.module';
export { Problem, type FieldError, type ProblemExtras } from './problem';
export { Sentence } from './sentence';
export { problemBody, ProblemFilter, toProblem } from './problem.filter';
