export { batchesUnderWay, batchesWrite, NaturalBatches, type BatchEntry } from './natural-batches';
