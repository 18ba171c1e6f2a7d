import type { ErrorEntry } from './error-entry';

/** Two people and jobs. */
export const staffErrors = {
  'approval.not_found': {
    status: 404,
    title: { id: 'Persetujuan tidak ditemukan', en: 'Approval not found' },
    cause: { id: 'Permintaan persetujuan ini tidak ada.', en: 'There is no such request.' },
    fix: { id: 'Periksa kotak persetujuan.', en: 'Check the approvals inbox.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'approval.same_person': {
    status: 403,
    title: { id: 'Harus disetujui orang lain', en: 'Needs a second person' },
    cause: {
      id: 'Pengaju tidak boleh menyetujui permintaannya sendiri.',
      en: 'Whoever asks may not approve.',
    },
    fix: { id: 'Minta rekan yang berwenang untuk memutuskan.', en: 'Ask a colleague who may decide.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'approval.not_able': {
    status: 403,
    title: { id: 'Bukan wewenang Anda', en: 'Not yours to decide' },
    cause: {
      id: 'Permohonan jenis ini diputuskan oleh peran lain.',
      en: 'Requests of this kind are decided by other roles.',
    },
    fix: {
      id: 'Permohonan itu menyebutkan siapa yang dapat memutuskannya.',
      en: 'The request names the people who may decide it.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'approval.not_yours': {
    status: 403,
    title: { id: 'Bukan permohonan Anda', en: 'Not your request' },
    cause: {
      id: 'Hanya pengaju yang dapat menarik permohonannya.',
      en: 'Only the person who asked may withdraw a request.',
    },
    fix: {
      id: 'Minta pengaju menariknya, atau minta orang yang berwenang menolaknya.',
      en: 'Ask that person to withdraw it, or somebody who may decide to refuse it.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'approval.decided': {
    status: 409,
    title: { id: 'Sudah diputuskan', en: 'Already decided' },
    cause: {
      id: 'Permintaan ini sudah disetujui, ditolak, atau ditarik.',
      en: 'The request has been approved, rejected or withdrawn.',
    },
    fix: { id: 'Muat ulang untuk melihat keputusannya.', en: 'Reload to see the decision.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'approval.pending': {
    status: 409,
    title: { id: 'Masih menunggu persetujuan', en: 'Approval pending' },
    cause: {
      id: 'Permintaan yang sama masih menunggu keputusan.',
      en: 'The same request is still waiting for a decision.',
    },
    fix: {
      id: 'Tunggu keputusan, atau tarik permintaan yang lama.',
      en: 'Wait for the decision, or withdraw the earlier request.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'approval.outdated': {
    status: 409,
    title: { id: 'Keadaan sudah berubah sejak diajukan', en: 'Things have changed since it was asked for' },
    cause: {
      id: 'Bila disetujui sekarang, hasilnya bukan lagi yang tertera dalam permintaan ini.',
      en: 'Approved now, it would do something else than this request says.',
    },
    fix: {
      id: 'Tolak permintaan ini, lalu ajukan yang baru.',
      en: 'Refuse this request, and ask anew.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'job.not_found': {
    status: 404,
    title: { id: 'Pekerjaan tidak ditemukan', en: 'Job not found' },
    cause: { id: 'Pekerjaan ini tidak ada.', en: 'There is no such job.' },
    fix: { id: 'Periksa daftar pekerjaan.', en: 'Check the list of jobs.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'notice.not_found': {
    status: 404,
    title: { id: 'Pemberitahuan tidak ditemukan', en: 'Notice not found' },
    cause: { id: 'Pemberitahuan ini tidak ada.', en: 'There is no such notice.' },
    fix: { id: 'Muat ulang daftar pemberitahuan.', en: 'Reload the notices.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'view.not_found': {
    status: 404,
    title: { id: 'Tampilan tidak ditemukan', en: 'View not found' },
    cause: {
      id: 'Tampilan ini tidak ada, atau bukan milik Anda untuk diubah.',
      en: 'There is no such view, or it is not yours to change.',
    },
    fix: { id: 'Muat ulang daftar tampilan.', en: 'Reload the saved views.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'view.duplicate': {
    status: 409,
    title: { id: 'Anda sudah punya tampilan dengan nama ini', en: 'You already have a view of this name' },
    cause: {
      id: 'Nama yang hanya berbeda huruf besar atau spasi dianggap sama.',
      en: 'Names that differ in capitals or spaces only are the same.',
    },
    fix: {
      id: 'Ganti tampilan yang lama, atau pilih nama lain.',
      en: 'Replace the old one, or choose another name.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'view.shared_duplicate': {
    status: 409,
    title: {
      id: 'Peran itu sudah punya tampilan dengan nama ini',
      en: 'That role already has a view of this name',
    },
    cause: {
      id: 'Rekan Anda membagikan tampilan lain dengan nama yang sama.',
      en: 'A colleague shared another view of the same name.',
    },
    fix: {
      id: 'Pilih nama lain, atau minta yang membagikannya mengganti tampilannya.',
      en: 'Choose another name, or have the one who shared it replace theirs.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'saved_report.not_found': {
    status: 404,
    title: { id: 'Laporan tersimpan tidak ditemukan', en: 'Saved report not found' },
    cause: {
      id: 'Laporan tersimpan ini tidak ada, atau bukan milik Anda untuk diubah.',
      en: 'There is no such saved report, or it is not yours to change.',
    },
    fix: { id: 'Muat ulang daftar laporan tersimpan.', en: 'Reload the saved reports.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'saved_report.duplicate': {
    status: 409,
    title: {
      id: 'Anda sudah punya laporan tersimpan dengan nama ini',
      en: 'You already have a saved report of this name',
    },
    cause: {
      id: 'Nama yang hanya berbeda huruf besar atau spasi dianggap sama.',
      en: 'Names that differ in capitals or spaces only are the same.',
    },
    fix: {
      id: 'Ubah yang lama, atau pilih nama lain.',
      en: 'Change the old one, or choose another name.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'saved_report.stopped': {
    status: 409,
    title: { id: 'Jadwal dihentikan oleh atasan', en: 'Schedule stopped by a manager' },
    cause: {
      id: 'Seorang atasan menghentikan jadwal laporan ini, dengan alasan di log aktivitas.',
      en: 'A manager stopped the schedule of this report; the activity log has the reason.',
    },
    fix: {
      id: 'Bila masih diperlukan, bicarakan dengan atasan, lalu simpan jadwalnya lagi.',
      en: 'If it is still needed, talk to the manager, then save its schedule again.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'saved_report.too_many': {
    status: 409,
    title: { id: 'Laporan tersimpan Anda sudah terlalu banyak', en: 'You have too many saved reports' },
    cause: {
      id: 'Satu orang dapat menyimpan paling banyak 50 laporan.',
      en: 'One person can keep at most 50 reports.',
    },
    fix: { id: 'Hapus yang tidak dipakai lagi.', en: 'Remove those that are no longer used.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'case.not_found': {
    status: 404,
    title: { id: 'Kasus tidak ditemukan', en: 'Case not found' },
    cause: { id: 'Kasus ini tidak ada.', en: 'There is no such case.' },
    fix: { id: 'Periksa daftar kasus.', en: 'Check the list of cases.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'case.changed': {
    status: 409,
    title: { id: 'Uang pada kasus ini sudah berubah', en: 'The money of this case has changed' },
    cause: {
      id: 'Sejak diajukan, uangnya sudah dibukukan, dibatalkan, dipakai, atau dikembalikan.',
      en: 'Since it was asked for, the money has been booked, reversed, used or returned.',
    },
    fix: {
      id: 'Tolak atau tarik permintaan ini, buka lagi kasusnya, lalu ajukan sesuai keadaannya sekarang.',
      en: 'Refuse or withdraw this request, open the case again and ask for what fits it now.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'case.resolved': {
    status: 409,
    title: { id: 'Kasus sudah selesai', en: 'Case already resolved' },
    cause: { id: 'Kasus ini sudah diselesaikan.', en: 'The case has been resolved.' },
    fix: { id: 'Muat ulang untuk melihat penyelesaiannya.', en: 'Reload to see how.' },
    safeToRetry: false,
    audience: ['staff'],
  },
} as const satisfies Record<string, ErrorEntry>;
