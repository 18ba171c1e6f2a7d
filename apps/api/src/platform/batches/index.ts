export { BATCHES_UNDER_WAY, batchesUnderWay, NaturalBatches, type BatchEntry } from './natural-batches';
