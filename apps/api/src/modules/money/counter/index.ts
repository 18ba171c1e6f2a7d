export { counter } from './counter.parts';
