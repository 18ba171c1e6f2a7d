export { ppob } from './ppob.parts';
