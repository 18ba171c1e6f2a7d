import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/* The product's tables as entities of the usual kind: bigint ids, a class a table, relations where a join is usual. */

@Entity('pelanggan')
export class Customer {
  @PrimaryColumn('bigint') id: number;
  @Column('text', { name: 'customer_number' }) customerNumber: string;
}

@Entity('tagihan')
export class Bill {
  @PrimaryColumn('bigint') id: number;
  @Column('text', { name: 'bill_number' }) billNumber: string;
  @Column('bigint', { name: 'customer_id' }) customerId: number;
  @ManyToOne(() => Customer) @JoinColumn({ name: 'customer_id' }) customer: Customer;
  @Column('text') period: string;
  @Column('bigint') principal: number;
  @Column('text') state: string;
  @Column('bigint', { name: 'paid_by', nullable: true }) paidBy: number | null;
  @Column('timestamptz', { name: 'paid_at', nullable: true }) paidAt: Date | null;
}

@Entity('pembayaran')
export class Payment {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id: number;
  @Column('text') kind: string;
  @Column('bigint', { name: 'collector_id' }) collectorId: number;
  @Column('text', { name: 'bank_reference' }) bankReference: string;
  @Column('bigint', { name: 'customer_id' }) customerId: number;
  @Column('text') channel: string;
  @Column('bigint', { name: 'bill_amount' }) billAmount: number;
  @Column('bigint', { name: 'stamp_duty' }) stampDuty: number;
  @Column('bigint', { name: 'admin_fee' }) adminFee: number;
  @Column('bigint') amount: number;
  @Column('timestamptz', { name: 'paid_at' }) paidAt: Date;
  @Column('timestamptz', { name: 'posted_at' }) postedAt: Date;
  @Column('date', { name: 'business_date' }) businessDate: string;
  @Column('text', { name: 'request_id' }) requestId: string;
}

@Entity('pembayaran_alokasi')
export class Allocation {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id: number;
  @Column('bigint', { name: 'payment_id' }) paymentId: number;
  @Column('text') kind: string;
  @Column('bigint', { name: 'bill_id' }) billId: number;
  @Column('bigint') principal: number;
  @Column('bigint') penalty: number;
  @Column('bigint') waived: number;
  @Column('bigint') amount: number;
}

@Entity('jurnal')
export class Journal {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id: number;
  @Column('text') event: string;
  @Column('text', { name: 'entity_type' }) entityType: string;
  @Column('bigint', { name: 'entity_id' }) entityId: number;
  @Column('date', { name: 'business_date' }) businessDate: string;
  @Column('timestamptz', { name: 'posted_at' }) postedAt: Date;
}

@Entity('jurnal_baris')
export class JournalLine {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id: number;
  @Column('bigint', { name: 'journal_id' }) journalId: number;
  @Column('text') account: string;
  @Column('bigint') debit: number;
  @Column('bigint') credit: number;
  @Column('bigint', { name: 'collector_id', nullable: true }) collectorId: number | null;
  @Column('bigint', { name: 'customer_id', nullable: true }) customerId: number | null;
  @Column('bigint', { name: 'bill_id', nullable: true }) billId: number | null;
}

@Entity('log_aktivitas')
export class AuditEntry {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id: number;
  @Column('timestamptz') at: Date;
  @Column('text', { name: 'actor_kind' }) actorKind: string;
  @Column('bigint', { name: 'actor_id' }) actorId: number;
  @Column('text') action: string;
  @Column('text', { name: 'entity_type' }) entityType: string;
  @Column('bigint', { name: 'entity_id' }) entityId: number;
  @Column('text', { name: 'request_id' }) requestId: string;
  @Column('inet') ip: string;
  @Column('jsonb') after: object;
}

@Entity('outbox')
export class OutboxEvent {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id: number;
  @Column('text') topic: string;
  @Column('bigint', { name: 'entity_id' }) entityId: number;
  @Column('jsonb') payload: object;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

@Entity('kwitansi_seri')
export class ReceiptSeries {
  @PrimaryColumn('text') series: string;
  @Column('bigint', { name: 'collector_id' }) collectorId: number;
  @Column('text') channel: string;
  @Column('date', { name: 'business_date' }) businessDate: string;
  @Column('int', { name: 'last_number' }) lastNumber: number;
}

@Entity('kwitansi')
export class Receipt {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id: number;
  @Column('text') series: string;
  @Column('int') number: number;
  @Column('text', { name: 'receipt_number' }) receiptNumber: string;
  @Column('bigint', { name: 'payment_id' }) paymentId: number;
  @Column('text') token: string;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt: Date;
}

@Entity('bank_reference')
export class BankReference {
  @PrimaryColumn('bigint', { name: 'collector_id' }) collectorId: number;
  @PrimaryColumn('text', { name: 'bank_reference' }) bankReference: string;
  @Column('text') outcome: string;
  @Column('text') fingerprint: string;
  @Column('bigint', { name: 'payment_id' }) paymentId: number;
  @Column('text') answer: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

@Entity('bank_nonce')
export class Nonce {
  @PrimaryColumn('bigint', { name: 'key_id' }) keyId: number;
  @PrimaryColumn('text', { name: 'request_id' }) requestId: string;
  @Column('timestamptz', { name: 'seen_at' }) seenAt: Date;
}

@Entity('payment_transaction')
export class LoggedCall {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id: number;
  @Column('bigint', { name: 'bank_id' }) bankId: number;
  @Column('bigint', { name: 'key_id' }) keyId: number;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('text') method: string;
  @Column('text', { name: 'request_target' }) requestTarget: string;
  @Column('text', { name: 'request_id' }) requestId: string;
  @Column('text', { name: 'request_timestamp' }) requestTimestamp: string;
  @Column('inet') ip: string;
  @Column('int', { name: 'http_status' }) httpStatus: number;
  @Column('boolean') replayed: boolean;
  @Column('text', { name: 'bank_reference' }) bankReference: string;
  @Column('int', { name: 'latency_us' }) latencyUs: number;
  @Column('text', { name: 'request_body' }) requestBody: string;
  @Column('text', { name: 'response_body' }) responseBody: string;
  @Column('text', { name: 'string_to_sign' }) stringToSign: string;
}

export const ENTITIES = [
  Customer,
  Bill,
  Payment,
  Allocation,
  Journal,
  JournalLine,
  AuditEntry,
  OutboxEvent,
  ReceiptSeries,
  Receipt,
  BankReference,
  Nonce,
  LoggedCall,
];
