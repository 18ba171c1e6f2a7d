export { BankLabModule } from './bank-lab.module';
export { RefusalWitness } from './certification/refusal-witness';
export { CertificationRefusal, CertificationRun } from './entities/certification.entity';
