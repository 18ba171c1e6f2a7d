export { usageOf } from './usage';
export type { MeterStands, UsageRefusal, UsageResult } from './usage';
export { detectAnomalies, DEFAULT_ANOMALY_THRESHOLDS } from './anomalies';
export type {
  AnomalyInput,
  AnomalyReason,
  AnomalyResult,
  AnomalySeverity,
  AnomalyThresholds,
} from './anomalies';
export { estimateUsage, MAX_ESTIMATES_IN_A_ROW } from './estimate';
export type { EstimateBasis, EstimateInput } from './estimate';
export type { PastUsage, ReadingMethod } from './past-usage';
export { CONDITION_CODES, CONDITIONS, isConditionCode } from './condition';
export type { ConditionCode } from './condition';
export { serialEnding, SERIAL_ENDING_LENGTH } from './serial-ending';
