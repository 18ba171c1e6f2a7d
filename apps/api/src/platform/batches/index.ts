export {
  BATCHES_UNDER_WAY,
  batchesUnderWay,
  batchesWrite,
  NaturalBatches,
  type BatchEntry,
} from './natural-batches';
