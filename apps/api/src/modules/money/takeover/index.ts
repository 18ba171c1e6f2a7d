export { takeover } from './takeover.parts';
