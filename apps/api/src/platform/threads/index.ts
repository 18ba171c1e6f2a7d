export { withYoungMemoryOfItsOwn } from './young-memory';
