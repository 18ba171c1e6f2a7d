export { anotherAtWork, sawAnotherAtWork, sinceAnotherAtWork } from './company';
export { batchesUnderWay, batchesWrite, NaturalBatches, type BatchEntry } from './natural-batches';
