export { settings } from './settings.parts';
