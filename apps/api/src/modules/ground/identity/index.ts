export { hashPassword } from './passwords';
export { identity } from './identity.parts';
