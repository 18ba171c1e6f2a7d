export { reporting } from './reporting.parts';
