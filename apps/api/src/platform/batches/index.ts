export { NaturalBatches, type BatchEntry } from './natural-batches';
