export { batchesUnderWay, NaturalBatches, type BatchEntry } from './natural-batches';
