export { CASE_DAYS, caseDueAt, closesByItself } from './case-kinds';
