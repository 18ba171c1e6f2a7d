export { writeSetting } from './write-setting';
