import { outcomeOf } from '../biller/outcome';
import type { BankCall } from '../books/call-log';
import type { Collection } from '../books/collections';
import { notifiesOnly, type CollectMoney } from './collect-money';
import {
  CLOSED,
  DONE,
  NOTHING,
  ONE_PAYMENT,
  REFUSED,
  UNAUTHORIZED,
  UNHEARD,
  type Expectation,
} from './expectations';
import type { PaymentRequest, ScenarioName } from './payment-request';

/** What a scenario has in hand while it plays. */
export interface Play {
  readonly request: PaymentRequest;
  readonly entry: Collection;
  readonly desk: CollectMoney;
  /** Makes calls and notes whether they did what they should. */
  step(title: string, expected: Expectation, calls: () => Promise<readonly BankCall[]>): Promise<void>;
  pause(milliseconds: number): Promise<void>;
}

export interface Scenario {
  readonly title: string;
  readonly description: string;
  /** Pays what the counter would refuse. */
  readonly forced?: true;
  /** What the inquiry before the payment should do; DONE by default. */
  readonly inquiry?: (request: PaymentRequest) => Expectation;
  play(play: Play): Promise<void>;
}

const STATUS_PATIENCE = 10;
const STATUS_PAUSE_MS = 400;

const confirm = ({ desk, entry, step }: Play, expected = DONE) =>
  step('Kirim pembayaran', expected, async () => [await desk.confirm(entry)]);

const retry = ({ desk, entry, step }: Play) =>
  step('Kirim ulang pembayaran yang sama', DONE, async () => [await desk.confirm(entry, { again: true })]);

const notify = ({ desk, entry, step }: Play, title = 'Kirim notifikasi') =>
  step(title, DONE, async () => [await desk.notify(entry)]);

const status = ({ desk, entry, step }: Play, expected: Expectation) =>
  step('Cek status', expected, async () => [await desk.status(entry)]);

/** A notification is answered before it is applied: asked until it is, for a few seconds. */
const settled = ({ desk, entry, step, pause }: Play) =>
  step('Cek status sampai dibukukan', DONE, async () => {
    const calls: BankCall[] = [];
    for (let attempt = 0; attempt < STATUS_PATIENCE; attempt += 1) {
      const call = await desk.status(entry);
      calls.push(call);
      if (outcomeOf(call) !== 'REFUSED') break;
      await pause(STATUS_PAUSE_MS);
    }
    return calls;
  });

export const SCENARIOS: Readonly<Record<ScenarioName, Scenario>> = {
  pay: {
    title: 'Bayar',
    description: 'Nasabah membayar, PDAM diberi tahu sekali.',
    async play(play) {
      await confirm(play);
      await settled(play);
    },
  },
  'timeout-before': {
    title: 'Putus sebelum commit',
    description: 'Sambungan putus di tengah permintaan; bank bertanya, lalu mengirim ulang.',
    async play(play) {
      const { desk, entry, step } = play;
      await step('Kirim, putus di tengah', UNHEARD, async () => [
        await desk.confirm(entry, { delivery: 'CUT' }),
      ]);
      await status(play, REFUSED);
      await retry(play);
      await settled(play);
    },
  },
  'timeout-after': {
    title: 'Putus sesudah commit',
    description: 'PDAM membukukan, jawabannya tidak sampai; bank bertanya, lalu mengirim ulang.',
    async play(play) {
      const { desk, entry, step } = play;
      await step('Kirim, jawaban hilang', UNHEARD, async () => [
        await desk.confirm(entry, { delivery: 'LOST' }),
      ]);
      await settled(play);
      await retry(play);
    },
  },
  'retry-storm': {
    title: 'Badai kirim ulang',
    description: 'Pembayaran yang sama dikirim berkali-kali sekaligus.',
    async play(play) {
      const { desk, entry, request, step } = play;
      await step(`Kirim ${String(request.count)} kali sekaligus`, ONE_PAYMENT, () =>
        Promise.all(
          Array.from({ length: request.count }, (_, index) => desk.confirm(entry, { again: index > 0 })),
        ),
      );
      await retry(play);
      await settled(play);
    },
  },
  'notify-twice': {
    title: 'Notifikasi dua kali',
    description: 'Pembayaran, lalu notifikasi yang sama dua kali.',
    async play(play) {
      if (!notifiesOnly(play.entry)) await confirm(play);
      await notify(play);
      await notify(play, 'Kirim notifikasi yang sama lagi');
      await settled(play);
    },
  },
  'notify-first': {
    title: 'Notifikasi mendahului',
    description: 'Notifikasi sampai sebelum pembayarannya sendiri.',
    async play(play) {
      await notify(play);
      await confirm(play);
      await settled(play);
    },
  },
  'notify-late': {
    title: 'Notifikasi terlambat',
    description: 'Notifikasi datang beberapa detik sesudah pembayaran.',
    async play(play) {
      if (!notifiesOnly(play.entry)) await confirm(play);
      await play.pause(play.request.delay_seconds * 1_000);
      await notify(play);
      await settled(play);
    },
  },
  'bad-signature': {
    title: 'Tanda tangan salah',
    description: 'Pesan palsu: tidak ada uang yang berpindah dan PDAM harus menolaknya.',
    async play({ desk, entry, step }) {
      desk.withdraw(entry);
      await step('Kirim dengan tanda tangan salah', UNAUTHORIZED, async () => [
        await desk.confirm(entry, { badSignature: true }),
      ]);
      await step('Notifikasi dengan tanda tangan salah', UNAUTHORIZED, async () => [
        await desk.notify(entry, { badSignature: true }),
      ]);
    },
  },
  'wrong-amount': {
    title: 'Jumlah salah',
    description: 'Bank mengirim jumlah yang bukan tagihannya: pembayaran ditolak, notifikasi menjadi kasus.',
    play: (play) => confirm(play, notifiesOnly(play.entry) ? DONE : REFUSED),
  },
  expired: {
    title: 'Bayar yang kedaluwarsa',
    description: 'Bank menerima uang untuk VA atau QRIS yang sudah ditutup: ditolak, atau menjadi kasus.',
    forced: true,
    inquiry: () => REFUSED,
    play: (play) => confirm(play, notifiesOnly(play.entry) ? DONE : REFUSED),
  },
  double: {
    title: 'Bayar dua kali',
    description: 'Tagihan yang sama dibayar lagi dengan referensi lain.',
    async play(play) {
      await confirm(play);
      await settled(play);
      const second = { ...play, entry: play.desk.again(play.entry) };
      await confirm(second, notifiesOnly(play.entry) ? DONE : REFUSED);
    },
  },
  reversal: {
    title: 'Batalkan',
    description: 'Pembayaran dibatalkan bank pada hari yang sama.',
    async play(play) {
      const { desk, entry, step } = play;
      await confirm(play);
      await settled(play);
      await step('Batalkan', DONE, async () => [await desk.reverse(entry)]);
    },
  },
  silent: {
    title: 'Bank diam',
    description: 'Uang diterima, PDAM tidak diberi tahu: PDAM harus bertanya sendiri.',
    play: ({ step }) => step('Uang diterima, tidak ada yang dikirim', NOTHING, () => Promise.resolve([])),
  },
  cutoff: {
    title: 'Jam tutup PDAM',
    description: 'Dijalankan saat PDAM tutup buku: tagihan dan pembayaran ditolak sementara.',
    inquiry: () => CLOSED,
    play: (play) => confirm(play, notifiesOnly(play.entry) ? DONE : CLOSED),
  },
};
