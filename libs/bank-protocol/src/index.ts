export * from './native';
export * from './strict-json';
export * from './snap';
export * from './network';
export * from './secrets';
export * from './client';
export {
  TIMESTAMP_WINDOW_MS,
  formatRfc3339,
  parseRfc3339,
  parseSnapTimestamp,
  withinWindow,
} from './timestamp';
export * from './settlement';
export * from './table';
