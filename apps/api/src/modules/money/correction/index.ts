export { correction } from './correction.parts';
