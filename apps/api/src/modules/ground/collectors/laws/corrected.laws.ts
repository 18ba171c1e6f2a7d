import type { Law } from '../../../../platform/invariants';

/** Of a journal, what it did to our account at the bank. */
const AT_BANK = (journal: string) =>
  `(SELECT coalesce(sum(l.debit - l.credit), 0) FROM jurnal_baris l WHERE l.journal_id = ${journal} AND l.account = '1110')`;

export const CORRECTED_LAWS: readonly Law[] = [
  {
    id: 'I88',
    title:
      'a movement of our account that was booked by mistake is taken back once, to the rupiah, of the same drawer or partner, by two people',
    sql: `SELECT 'drawer' AS what, v.id, m.amount, v.amount AS taken_back, ${AT_BANK('mine.id')} AS booked, ${AT_BANK('back.id')} AS mirrored
          FROM mutasi_loket v JOIN mutasi_loket m ON m.id = v.reverses_id
          LEFT JOIN jurnal mine ON mine.entity_type = 'mutasi_loket' AND mine.entity_id = m.id
          LEFT JOIN jurnal back ON back.entity_type = 'mutasi_loket' AND back.entity_id = v.id
          WHERE v.amount <> -m.amount OR v.kind <> m.kind OR v.drawer_id <> m.drawer_id OR m.reverses_id IS NOT NULL
            OR v.decided_by IS NULL OR v.decided_by = v.made_by OR back.event IS DISTINCT FROM 'drawer.move_reversed'
            OR ${AT_BANK('back.id')} <> v.amount * -1 OR ${AT_BANK('mine.id')} <> -${AT_BANK('back.id')}
          UNION ALL
          SELECT 'partner', v.journal_id, s.amount, v.amount, ${AT_BANK('s.journal_id')}, ${AT_BANK('v.journal_id')}
          FROM setoran_mitra v JOIN setoran_mitra s ON s.journal_id = v.reverses_id
          LEFT JOIN persetujuan a ON a.id = v.approval_id
          WHERE v.amount <> -s.amount OR v.collector_id <> s.collector_id OR s.reverses_id IS NOT NULL
            OR a.status IS DISTINCT FROM 'APPROVED' OR ${AT_BANK('s.journal_id')} <> -${AT_BANK('v.journal_id')}
          UNION ALL
          SELECT 'journal', j.id, NULL, NULL, NULL, ${AT_BANK('j.id')} FROM jurnal j
          WHERE j.event = 'drawer.move_reversed' AND NOT EXISTS (SELECT FROM mutasi_loket v WHERE v.id = j.entity_id AND v.reverses_id IS NOT NULL)`,
  },
];
