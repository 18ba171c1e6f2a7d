import type { BankInstructions } from '../../../../api/src/modules/bank-gateway/registry';
import type { DEMO_KEY_IDS } from '../../../../api/src/process/demo-marks';
import { demoInstructions } from './demo-instructions';

export type DemoBankCode = 'SULTRA' | 'KEDUA';

export interface DemoBank {
  readonly code: DemoBankCode;
  readonly name: string;
  readonly vaPrefix: string;
  readonly keyId: (typeof DEMO_KEY_IDS)[number];
  readonly secret: string;
  readonly instructions: BankInstructions;
}

/** Keys anybody may know: they open a sandbox, and a production start with them in the database is refused. */
export const DEMO_BANKS: readonly DemoBank[] = [
  {
    code: 'SULTRA',
    name: 'Bank Sultra',
    vaPrefix: '13501',
    keyId: 'demo-bank-sultra',
    secret: 'demo-secret-sultra-do-not-use-in-production',
    instructions: demoInstructions({
      bank: 'Bank Sultra',
      app: 'Bank Sultra Mobile',
      listed: 'Bank Sultra (kode 135)',
      agent: 'Agen Laku Pandai Bank Sultra',
    }),
  },
  {
    code: 'KEDUA',
    name: 'Bank Kedua',
    // One prefix for both: they are two doors to one sandbox, and accounts are told apart by the bank that asks.
    vaPrefix: '13501',
    keyId: 'demo-bank-kedua',
    secret: 'demo-secret-kedua-do-not-use-in-production',
    instructions: demoInstructions({
      bank: 'Bank Kedua',
      app: 'Kedua Mobile',
      listed: 'Bank Kedua',
      agent: 'Agen Laku Pandai Bank Kedua',
    }),
  },
];

/** A bank that nobody has opened yet: here somebody can go the way from its certification to real money. */
export const DEMO_NEW_BANK = {
  code: 'PESISIR',
  name: 'Bank Pesisir',
  vaPrefix: null,
  keyId: 'demo-bank-pesisir',
  secret: 'demo-secret-pesisir-do-not-use-in-production',
  instructions: {},
} as const satisfies Omit<DemoBank, 'code' | 'vaPrefix'> & { code: string; vaPrefix: null };
