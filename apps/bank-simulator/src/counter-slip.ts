import { formatRupiah } from '@tirtapay/domain';
import { readInquiry, readPayment, readProblem, readReversal, type PaymentAnswer } from './api-answers';
import { trustedBody, type RetryOutcome } from './bank';
import { EXIT } from './exit-code';
import type { Exchange } from './exchange-log';
import type { JournalEntry } from './journal';
import {
  dateWords,
  instantWords,
  OPERATION_WORDS,
  periodWords,
  standWords,
  receiptLink,
  STATE_WORDS,
  VERDICT_WORDS,
} from './wording';

const LABEL_WIDTH = 20;

/** What the counter prints for a person: what was asked, what was answered, and whether it can be believed. */
export class CounterSlip {
  constructor(
    private readonly apiUrl: string,
    private readonly write: (line: string) => void,
  ) {}

  inquiry(exchange: Exchange): number {
    this.heading(exchange);
    const answer = readInquiry(trustedBody(exchange));
    if (!answer) return this.refusal(exchange);
    const { customer, bills } = answer;
    this.row('Pelanggan', `${customer.customer_number} ${customer.name}`);
    this.row('Alamat', customer.address);
    this.row('Golongan', customer.tariff_category);
    for (const bill of bills) {
      const penalty = bill.penalty > 0 ? ` + denda ${formatRupiah(bill.penalty)}` : '';
      const stands = `${standWords(bill)}, ${String(bill.usage_m3)} m³`;
      this.row(
        periodWords(bill.period),
        `${formatRupiah(bill.principal)}${penalty} (${stands}, jatuh tempo ${dateWords(bill.due_date)})`,
      );
    }
    this.amounts(answer);
    this.row('Berlaku sampai', instantWords(answer.valid_until));
    return EXIT.done;
  }

  payment(exchange: Exchange, entry: JournalEntry): number {
    this.heading(exchange);
    this.row('Referensi', entry.reference);
    this.row('Diminta', `${formatRupiah(entry.amount)} lewat ${entry.channel}`);
    const answer = readPayment(trustedBody(exchange));
    if (answer) return this.paid(answer);
    const code = this.refusal(exchange);
    if (entry.state !== 'UNKNOWN') return code;
    this.write(`  Hasil belum pasti. Tanyakan:  npm run bank -- status ${entry.reference}`);
    this.write(`  atau kirim ulang:             npm run bank -- retry ${entry.reference}`);
    return EXIT.unknown;
  }

  retry({ exchange, entry, sameBytes, replayed }: RetryOutcome): number {
    const code = this.payment(exchange, entry);
    const comparison =
      sameBytes === null
        ? 'tidak ada jawaban pertama untuk dibandingkan'
        : sameBytes
          ? 'sama persis dengan jawaban pertama, byte demi byte'
          : 'BERBEDA dari jawaban pertama';
    this.row('Isi jawaban', comparison);
    this.row('Idempotent-Replayed', replayed ? 'ya, pembayaran ini sudah dikenal' : 'tidak');
    return code;
  }

  status(exchange: Exchange): number {
    this.heading(exchange);
    const answer = readPayment(trustedBody(exchange));
    return answer ? this.paid(answer) : this.refusal(exchange);
  }

  reversal(exchange: Exchange): number {
    this.heading(exchange);
    const answer = readReversal(trustedBody(exchange));
    if (!answer) return this.refusal(exchange);
    this.row('Keadaan', STATE_WORDS.REVERSED);
    this.row(
      'Keterangan',
      answer.was_posted
        ? 'pembayaran yang sudah dibukukan dibatalkan'
        : 'referensi belum pernah dibukukan; bila datang terlambat akan ditolak',
    );
    return EXIT.done;
  }

  private heading({ operation, asked, answer, elapsedMs }: Exchange): void {
    const heard = answer ? `${String(answer.status)} dalam ${String(elapsedMs)} ms` : 'tidak ada jawaban';
    this.write('');
    this.write(`${OPERATION_WORDS[operation]}: ${asked} → ${heard}`);
    if (answer) this.row('Tanda tangan', `${VERDICT_WORDS[answer.verdict]} (jawaban TirtaPay)`);
  }

  private paid(answer: PaymentAnswer): number {
    this.row('Keadaan', STATE_WORDS[answer.status]);
    this.row('Nomor kwitansi', answer.receipt_number);
    this.row('Pelanggan', answer.customer_number);
    this.row('Periode', answer.bills.map(({ period }) => periodWords(period)).join(', '));
    this.amounts(answer);
    this.row('Dibukukan', instantWords(answer.posted_at));
    if (answer.reversed_at) this.row('Dibatalkan', instantWords(answer.reversed_at));
    this.row('Kwitansi', receiptLink(answer.receipt_url, this.apiUrl) ?? answer.receipt_url);
    return EXIT.done;
  }

  private amounts(answer: {
    bill_amount: number;
    stamp_duty: number;
    admin_fee: number;
    total_amount: number;
  }): void {
    this.row('Jumlah tagihan', formatRupiah(answer.bill_amount));
    if (answer.stamp_duty > 0) this.row('Bea meterai', formatRupiah(answer.stamp_duty));
    this.row('Biaya admin', formatRupiah(answer.admin_fee));
    this.row('TOTAL', formatRupiah(answer.total_amount));
  }

  private refusal({ answer, failure }: Exchange): number {
    if (!answer) {
      this.row('TIDAK ADA JAWABAN', failure ?? '');
      return EXIT.unknown;
    }
    const problem = readProblem(answer.body);
    if (!problem) {
      this.row('TIDAK DIPERCAYA', 'jawaban tidak sah atau bukan jawaban yang dikenal; keadaan belum pasti');
      return EXIT.unknown;
    }
    this.row('DITOLAK', `${problem.code} – ${problem.title}`);
    if (problem.detail) this.row('Keterangan', problem.detail);
    for (const { pointer, message } of problem.errors ?? []) this.row(pointer, message);
    if (problem.current_amount != null) this.row('Jumlah sekarang', formatRupiah(problem.current_amount));
    return EXIT.refused;
  }

  private row(label: string, value: string): void {
    this.write(`  ${label.padEnd(LABEL_WIDTH)} ${value}`);
  }
}
