export * from './fields';
export { validationPipe } from './validation.pipe';
