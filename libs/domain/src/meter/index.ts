export { usageOf } from './usage';
export type { MeterStands, UsageRefusal, UsageResult } from './usage';
export {
  ANOMALY_REASONS,
  ANOMALY_SEVERITIES,
  BATCH_SEVERITIES,
  DEFAULT_ANOMALY_THRESHOLDS,
  detectAnomalies,
  needsSecondLook,
  THRESHOLD_LIMITS,
} from './anomalies';
export type {
  AnomalyInput,
  AnomalyReason,
  AnomalyResult,
  AnomalySeverity,
  AnomalyThresholds,
  BatchSeverity,
} from './anomalies';
export { estimateUsage, MAX_ESTIMATES_IN_A_ROW } from './estimate';
export type { EstimateBasis, EstimateInput } from './estimate';
export { SETTLED_METHODS, STORED_READING_METHODS } from './past-usage';
export type { PastUsage, ReadingMethod, SettledMethod, StoredReadingMethod } from './past-usage';
export { CONDITION_CODES, CONDITIONS, isConditionCode } from './condition';
export type { ConditionCode } from './condition';
export { serialEnding, SERIAL_ENDING_LENGTH } from './serial-ending';
export { usageCeiling } from './ceiling';
export type { CategoryUsage, CeilingInput, UsageCeiling } from './ceiling';
export { meterAt, periodOutsideConnection } from './meter-life';
export type { MeterAtResult, MeterLife, ReadingMoment } from './meter-life';
export type { ObservedStand, ReadingBasis, SealedInterval, SettledReading } from './reading-basis';
export { countedFrom } from './counted-from';
export type { CountedFrom } from './counted-from';
export { assessReading, exceedsEstimateLimit, judge } from './assess-reading';
export type { Assessment, AssessmentRefusal, AssessmentResult } from './assess-reading';
export { usageFormula } from './meter-change';
export type { MeterChange } from './meter-change';
export { READING_DECISIONS, VERIFICATION_STEPS } from './decision';
export type { ReadingDecision, VerificationStep } from './decision';
export { settleGap } from './settle-gap';
export type { ChainedReading, SettledGap, SettledMonth } from './settle-gap';
export { correctExchange } from './correct-exchange';
export type { ExchangeCorrection, ExchangeStands } from './correct-exchange';
export { correctStand } from './correct-stand';
export type { CorrectableReading, CorrectedReading, StandCorrection } from './correct-stand';
