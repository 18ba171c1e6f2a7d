export * from './fields';
export { IdParam } from './id-param';
export { validationPipe } from './validation.pipe';
