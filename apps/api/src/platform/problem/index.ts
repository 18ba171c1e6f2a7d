export { ProblemModule } from './problem.module';
export { Problem, type FieldError, type ProblemExtras } from './problem';
export { said } from './said';
export { Sentence } from './sentence';
export { problemBody, ProblemFilter, toProblem } from './problem.filter';
