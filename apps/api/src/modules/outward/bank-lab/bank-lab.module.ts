import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutboundModule } from '../../bank-gateway/outbound';
import { Bank, RegistryModule } from '../../bank-gateway/registry';
import { BankSecurityModule } from '../../bank-gateway/security';
import { ApprovalsModule } from '../../ground/approvals';
import { BankCallQueries } from './bank-calls.queries';
import { BankConsoleController } from './bank-console.controller';
import { BankStatusQueries } from './bank-status.queries';
import { CertificationReports } from './certification/certification-report.service';
import { CertificationRuns } from './certification/certification-runs.service';
import { CertificationQueries } from './certification/certification.queries';
import { CertificationsController } from './certification/certifications.controller';
import { Certifications } from './certification/certifications.service';
import { DriveSandbox } from './certification/drive-sandbox.service';
import { CertificationEvidence } from './certification/evidence.queries';
import { GoLive } from './certification/go-live.service';
import { StandingPayments } from './certification/standing-payments.queries';
import { RefusalWitness } from './certification/refusal-witness';
import { StartCertification } from './certification/start-certification.service';
import { OutboundCallQueries } from './outbound-calls.queries';
import { SandboxBankController } from './sandbox/sandbox-bank.controller';
import { SandboxControls } from './sandbox/sandbox-controls.service';
import { CheckSignature } from './signature/check-signature.service';
import { DiagnoseCall } from './signature/diagnose-call.service';
import { SignatureChecksController } from './signature/signature-checks.controller';

/** What Admin IT works with beside keys and settings: light, logs, signature checker, certification. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Bank]),
    ApprovalsModule,
    RegistryModule,
    BankSecurityModule,
    OutboundModule,
  ],
  controllers: [
    BankConsoleController,
    SignatureChecksController,
    CertificationsController,
    SandboxBankController,
  ],
  providers: [
    BankStatusQueries,
    BankCallQueries,
    OutboundCallQueries,
    DiagnoseCall,
    CheckSignature,
    RefusalWitness,
    CertificationEvidence,
    CertificationRuns,
    StartCertification,
    CertificationQueries,
    CertificationReports,
    Certifications,
    DriveSandbox,
    GoLive,
    StandingPayments,
    SandboxControls,
  ],
})
export class BankLabModule {}
