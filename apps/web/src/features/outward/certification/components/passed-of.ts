import type { CertificationDto } from '@tirtapay/api-client';

export function passedOf({ scenarios }: CertificationDto): { passed: number; total: number } {
  return { passed: scenarios.filter(({ status }) => status === 'PASS').length, total: scenarios.length };
}
