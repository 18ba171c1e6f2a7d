import { ERROR_CATALOGUE, isErrorCode } from '@tirtapay/contracts';
import {
  formatDateLong,
  formatRupiah,
  isBusinessDate,
  isPeriod,
  periodName,
  rupiah,
  type Language,
} from '@tirtapay/domain';
import { NO_REQUEST } from '../../../platform/events';

export interface NoticeWords {
  readonly title: string;
  readonly body: string;
}

type Facts = Readonly<Record<string, unknown>>;
type Writer = (facts: Facts, language: Language) => NoticeWords;

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function count(value: unknown, language: Language): string {
  return typeof value === 'number' ? value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB') : '0';
}

function money(value: unknown): string {
  return formatRupiah(rupiah(typeof value === 'number' ? value : 0));
}

function month(value: unknown, language: Language): string {
  return isPeriod(value) ? periodName(value, language) : text(value);
}

const runFinished: Writer = (run, language) => {
  const [issued, amount, period] = [
    count(run.issued, language),
    money(run.amount),
    month(run.period, language),
  ];
  return language === 'id'
    ? { title: `Penetapan rekening ${period} selesai`, body: `${issued} rekening terbit, ${amount}.` }
    : { title: `Bills of ${period} issued`, body: `${issued} bills issued, ${amount}.` };
};

const runFailed: Writer = (run, language) => {
  const period = month(run.period, language);
  const partly = run.status === 'PARTIAL';
  const [issued, failed] = [count(run.issued, language), count(run.failed, language)];
  return language === 'id'
    ? {
        title: `Penetapan rekening ${period} ${partly ? 'selesai sebagian' : 'gagal'}`,
        body: `${issued} rekening terbit, ${failed} gagal. Periksa penyebabnya, lalu lanjutkan penetapan.`,
      }
    : {
        title: `Issuing bills of ${period} ${partly ? 'partly done' : 'failed'}`,
        body: `${issued} bills issued, ${failed} failed. Look at the reasons, then resume the run.`,
      };
};

const approvalRequested: Writer = (approval, language) =>
  language === 'id'
    ? {
        title: 'Menunggu persetujuan',
        body: `${text(approval.summary)} (diajukan oleh ${text(approval.made_by_name)})`,
      }
    : {
        title: 'Waiting for approval',
        body: `${text(approval.summary)} (asked for by ${text(approval.made_by_name)})`,
      };

const approvalDecided: Writer = (approval, language) => {
  const approved = approval.status === 'APPROVED';
  const title =
    language === 'id'
      ? `Pengajuan Anda ${approved ? 'disetujui' : 'ditolak'}`
      : `Your request was ${approved ? 'approved' : 'rejected'}`;
  return { title, body: text(approval.summary) };
};

const faultHappened: Writer = (fault, language) => {
  const [route, name, request] = [text(fault.route), text(fault.fault), text(fault.request_id)];
  // Without a request it stands in the log by the name of its job.
  const [dicari, sought] =
    request === NO_REQUEST ? [route, route] : [`permintaan ${request}`, `request ${request}`];
  return language === 'id'
    ? {
        title: 'Kesalahan di dalam aplikasi',
        body: `${route} gagal (${name}). Cari ${dicari} di log, lalu laporkan kepada pengembang.`,
      }
    : {
        title: 'A fault of the application',
        body: `${route} failed (${name}). Look for ${sought} in the log and report it to the developers.`,
      };
};

const numbersGuessed: Writer = (facts, language) => {
  const [numbers, misses, networks, minutes] = ['numbers', 'misses', 'networks', 'minutes'].map((name) =>
    count(facts[name], language),
  ) as [string, string, string, string];
  const prefix = text(facts.prefix);
  return language === 'id'
    ? {
        title: 'Nomor pelanggan sedang ditebak',
        body: `${numbers} nomor dicek dari ${networks} jaringan dalam ${minutes} menit, ${misses} tidak ada; terakhir di sekitar ${prefix}…. Halaman publik meminta angka terakhir nomor meter untuk nomor di sekitarnya.`,
      }
    : {
        title: 'Customer numbers are being guessed',
        body: `${numbers} numbers checked from ${networks} networks within ${minutes} minutes, ${misses} of nobody; last around ${prefix}…. The public page asks for the last digits of the meter for numbers nearby.`,
      };
};

const CREDENTIALS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  NATIVE_KEY: { id: 'Kunci API', en: 'API key' },
  SNAP_PARTNER: { id: 'Kredensial SNAP', en: 'SNAP credential' },
  SNAP_PUBLIC_KEY: { id: 'Kunci publik SNAP', en: 'SNAP public key' },
};

const keyRevoked: Writer = (revoked, language) => {
  const what = CREDENTIALS[text(revoked.kind)]?.[language] ?? text(revoked.kind);
  const [name, bank, by, reason] = [
    text(revoked.name),
    text(revoked.bank),
    text(revoked.by),
    text(revoked.reason),
  ];
  const last = revoked.last === true;
  return language === 'id'
    ? {
        title: `${what} ${bank} dicabut`,
        body: `${name} dicabut ${by}: ${reason}.${last ? ' Ini yang terakhir: panggilan bank itu sekarang ditolak.' : ''}`,
      }
    : {
        title: `${what} of ${bank} revoked`,
        body: `${by} revoked ${name}: ${reason}.${last ? ' It was the last one: calls of that bank are now refused.' : ''}`,
      };
};

const depositLow: Writer = (deposit, language) => {
  const [partner, balance, limit] = [
    text(deposit.partner),
    money(deposit.balance),
    money(deposit.low_balance),
  ];
  return language === 'id'
    ? {
        title: `Deposit ${partner} hampir habis`,
        body: `Tersisa ${balance}, di bawah batas ${limit}. Mintalah mitra menyetor sebelum penjualannya ditolak.`,
      }
    : {
        title: `The deposit of ${partner} runs low`,
        body: `${balance} is left, below the limit of ${limit}. Ask the partner to pay in before its sales are refused.`,
      };
};

const supplierLow: Writer = (deposit, language) => {
  const [supplier, balance, limit] = [
    text(deposit.supplier),
    money(deposit.balance),
    money(deposit.low_balance),
  ];
  return language === 'id'
    ? {
        title: `Deposit di ${supplier} hampir habis`,
        body: `Tersisa ${balance}, di bawah batas ${limit}. Isi sebelum pemasok menolak pesanan.`,
      }
    : {
        title: `Our deposit at ${supplier} runs low`,
        body: `${balance} is left, below the limit of ${limit}. Top it up before the supplier refuses orders.`,
      };
};

function day(value: unknown, language: Language): string {
  return isBusinessDate(value) ? formatDateLong(value, language) : text(value);
}

const breaksFound: Writer = (facts, language) => {
  const [bank, date, found] = [
    text(facts.bank),
    day(facts.settlement_date, language),
    count(facts.found, language),
  ];
  return language === 'id'
    ? {
        title: `Selisih rekonsiliasi ${bank}`,
        body: `${found} selisih baru pada ${date}. Selesaikan di papan rekonsiliasi sebelum hari itu ditutup.`,
      }
    : {
        title: `Differences with ${bank}`,
        body: `${found} new differences on ${date}. Settle them on the board before the day is closed.`,
      };
};

const fileMissing: Writer = (facts, language) => {
  const [bank, date] = [text(facts.bank), day(facts.settlement_date, language)];
  return language === 'id'
    ? {
        title: `Berkas ${bank} belum datang`,
        body: `Berkas ${date} belum ada. Minta kepada pengirimnya, lalu unggah.`,
      }
    : {
        title: `The file of ${bank} has not come`,
        body: `The file of ${date} is missing. Ask its sender for it and upload it.`,
      };
};

const reportReady: Writer = (facts, language) => {
  const [name, date] = [text(facts.name), day(facts.due_on, language)];
  return language === 'id'
    ? {
        title: `Laporan “${name}” sudah jadi`,
        body: `Sesuai jadwal ${date}. Tersedia tujuh hari di Laporan tersimpan dan di Berkas unduhan saya.`,
      }
    : {
        title: `Report “${name}” is ready`,
        body: `As scheduled for ${date}. For seven days among your saved reports and your files.`,
      };
};

function reasonOf(facts: Facts, language: Language): string {
  const code = text(facts.reason);
  if (!isErrorCode(code)) return code;
  const { title, fix } = ERROR_CATALOGUE[code];
  return `${title[language]}. ${fix[language]}`;
}

const reportFailed: Writer = (facts, language) => {
  const [name, date] = [text(facts.name), day(facts.due_on, language)];
  const body = `${date}: ${reasonOf(facts, language)}`;
  return language === 'id'
    ? { title: `Laporan terjadwal “${name}” gagal dibuat`, body }
    : { title: `The scheduled report “${name}” could not be made`, body };
};

const reportStopped: Writer = (facts, language) => {
  const name = text(facts.name);
  const reason = reasonOf(facts, language);
  return language === 'id'
    ? {
        title: `Jadwal laporan “${name}” dihentikan`,
        body: `${reason} Simpan ulang jadwalnya bila laporan ini masih diperlukan.`,
      }
    : {
        title: `The schedule of the report “${name}” was stopped`,
        body: `${reason} Keep its schedule anew if it is still needed.`,
      };
};

export const NOTICE_KINDS = [
  'bill_run.finished',
  'bill_run.failed',
  'approval.requested',
  'approval.decided',
  'fault.happened',
  'security.enumeration',
  'bank_key.revoked',
  'deposit.low',
  'supplier.low',
  'reconciliation.breaks_found',
  'settlement_file.missing',
  'scheduled_report.ready',
  'scheduled_report.failed',
  'scheduled_report.stopped',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

const WRITERS: Readonly<Record<NoticeKind, Writer>> = {
  'bill_run.finished': runFinished,
  'bill_run.failed': runFailed,
  'approval.requested': approvalRequested,
  'approval.decided': approvalDecided,
  'fault.happened': faultHappened,
  'security.enumeration': numbersGuessed,
  'bank_key.revoked': keyRevoked,
  'deposit.low': depositLow,
  'supplier.low': supplierLow,
  'reconciliation.breaks_found': breaksFound,
  'settlement_file.missing': fileMissing,
  'scheduled_report.ready': reportReady,
  'scheduled_report.failed': reportFailed,
  'scheduled_report.stopped': reportStopped,
};

/** Title and body of a notice, from the facts it keeps. */
export function noticeWords(kind: NoticeKind, facts: Facts, language: Language): NoticeWords {
  return WRITERS[kind](facts, language);
}
