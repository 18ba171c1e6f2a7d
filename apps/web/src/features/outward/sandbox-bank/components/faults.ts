import type { SetSandboxFaultBody } from '@tirtapay/api-client';

/** In the order of how often they happen with real banks. */
export const FAULTS = [
  'timeout-after',
  'timeout',
  'error-500',
  'error-500-after',
  'slow-drip',
  'wrong-body',
  'accept-then-fail',
  'invalid-token',
  'cutoff',
  'broken-signer',
] as const satisfies readonly SetSandboxFaultBody['kind'][];

/** SNAP services by which we call a bank. */
export const SERVICES = ['27', '28', '29', '30', '31', '35', '47', '51', '73', '77', '78'] as const;
