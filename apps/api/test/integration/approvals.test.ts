import { APPROVAL_KINDS } from '@tirtapay/domain';
import { FollowUps } from '../../src/modules/ground/approvals';
import { testApp, type HttpCaller } from '../support';

const app = testApp();

interface Approval {
  id: number;
  kind: string;
  subject: string;
  summary: string;
  payload: Record<string, unknown>;
  status: string;
  made_by: { id: number; name: string };
  decided_by: { id: number; name: string } | null;
  reason: string | null;
  decision_note: string | null;
  can_decide: boolean;
  can_withdraw: boolean;
  decider_roles: string[];
  deciders: { id: number; name: string }[];
}
interface ProblemBody {
  code: string;
  errors?: { pointer: string }[];
}
interface Page {
  data: Approval[];
  meta: { total: number };
}

let admin: HttpCaller;
let superAdmin: HttpCaller;
let manager: HttpCaller;
let sequence = 0;

beforeAll(async () => {
  admin = await app.as('admin');
  superAdmin = await app.as('super');
  manager = await app.as('manajer');
});

/** Something to decide: a tariff version proposed by `admin`. */
async function request(): Promise<number> {
  const tariff = await admin.post<{ id: number }>('/tariffs', {
    code: `SETUJU-${String((sequence += 1))}`,
    name: 'Uji persetujuan',
    kelompok: 'I',
  });
  const version = await admin.post<{ approval_id: number }>(`/tariffs/${String(tariff.body.id)}/versions`, {
    legal_basis: 'Perbup 1/2026',
    valid_from: '2026-01',
    blocks: [{ lower_m3: 0, upper_m3: null, rate: 1_000 }],
    fixed_charges: [],
    minimum: { kind: 'NONE', value: 0 },
  });
  expect(version.status).toBe(201);
  return version.body.approval_id;
}

const decide = (by: HttpCaller, id: number, decision = 'APPROVE', note?: string) =>
  by.post<Approval & ProblemBody>(`/approvals/${String(id)}/decision`, {
    decision,
    ...(note === undefined ? {} : { note }),
  });

describe('the two-person rule', () => {
  it('shows what waits, to whom it may be decided', async () => {
    const id = await request();
    const mine = await admin.get<Approval>(`/approvals/${String(id)}`);
    expect(mine.body).toMatchObject({
      kind: 'tariff_version',
      status: 'PENDING',
      made_by: { name: 'Andi Pratama' },
      reason: 'Perbup 1/2026',
      can_decide: false,
    });
    expect(mine.body.subject).toMatch(/^tarif_versi\/\d+$/);
    expect(mine.body.payload).toMatchObject({ valid_from: '2026-01' });
    expect((await manager.get<Approval>(`/approvals/${String(id)}`)).body.can_decide).toBe(true);
    const inbox = await manager.get<Page>('/approvals?status=PENDING&kind=tariff_version&mine=false');
    expect(inbox.body.data.map((approval) => approval.id)).toContain(id);
    expect((await manager.get<Page>('/approvals?mine=true')).body.meta.total).toBe(0);
    expect(
      (await admin.get<Page>('/approvals?mine=true')).body.data.map((approval) => approval.id),
    ).toContain(id);
  });

  it('S21: refuses the person who asked, also in a second session, puts it on record, and the database agrees', async () => {
    const id = await request();
    const secondSession = app.anyone.with({ authorization: `Bearer ${(await app.logIn('admin')).token}` });
    for (const caller of [admin, secondSession])
      for (const decision of ['APPROVE', 'REJECT']) {
        const answer = await decide(caller, id, decision);
        expect([answer.status, answer.body.code]).toEqual([403, 'approval.same_person']);
      }
    const { count } = await app.database.one<{ count: number }>(
      "SELECT count(*)::int AS count FROM log_aktivitas WHERE action = 'security.approval_same_person' AND entity_id = $1",
      [id],
    );
    expect(count).toBe(4);
    await expect(
      app.database.query(
        "UPDATE persetujuan SET status = 'APPROVED', decided_by = made_by, decided_at = now() WHERE id = $1",
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'persetujuan_two_people' });
    expect((await admin.get<Approval>(`/approvals/${String(id)}`)).body.status).toBe('PENDING');
  });

  it('is decided once, with a note, and what follows happens with it', async () => {
    const id = await request();
    const decided = await decide(manager, id, 'REJECT', 'Dasar hukum belum berlaku');
    expect(decided).toMatchObject({
      status: 200,
      body: {
        status: 'REJECTED',
        decided_by: { name: 'Nur Aisyah' },
        decision_note: 'Dasar hukum belum berlaku',
        can_decide: false,
      },
    });
    const again = await decide(superAdmin, id);
    expect([again.status, again.body.code]).toEqual([409, 'approval.decided']);
    const { status } = await app.database.one<{ status: string }>(
      'SELECT v.status FROM tarif_versi v WHERE v.approval_id = $1',
      [id],
    );
    expect(status).toBe('REJECTED');
  });

  it('S63: of 20 decisions at the same moment exactly one counts', async () => {
    const id = await request();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        decide(i % 2 === 0 ? manager : superAdmin, id, i % 3 === 0 ? 'REJECT' : 'APPROVE', 'ya'),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'approval.decided')).toHaveLength(19);
    const { count } = await app.database.one<{ count: number }>(
      "SELECT count(*)::int AS count FROM log_aktivitas WHERE entity_type = 'persetujuan' AND entity_id = $1 AND action <> 'approval.requested'",
      [id],
    );
    expect(count).toBe(1);
  });

  it('a decision that cannot be carried out is no decision', async () => {
    const id = await request();
    await app.database.query("UPDATE tarif_versi SET status = 'REJECTED' WHERE approval_id = $1", [id]);
    const answer = await decide(manager, id);
    expect([answer.status, answer.body.code]).toEqual([409, 'tariff.immutable']);
    expect((await admin.get<Approval>(`/approvals/${String(id)}`)).body.status).toBe('PENDING');
  });

  it('a decision of which nothing would follow is no decision', async () => {
    const id = await request();
    await app.database.query('UPDATE persetujuan SET entity_id = NULL WHERE id = $1', [id]);
    expect((await decide(manager, id)).status).toBe(500);
    expect((await admin.get<Approval>(`/approvals/${String(id)}`)).body.status).toBe('PENDING');
  });

  it.each(APPROVAL_KINDS)('%s is carried out by somebody', (kind) => {
    expect(app.get(FollowUps).of(kind)).not.toEqual([]);
  });

  it('refuses unknown requests, decisions and people without the right', async () => {
    const id = await request();
    expect((await decide(manager, 999_999)).body.code).toBe('approval.not_found');
    expect((await decide(manager, id, 'MAYBE')).body.code).toBe('request.invalid');
    expect((await decide(await app.as('petugas'), id)).body.code).toBe('auth.forbidden');
    expect((await manager.get('/approvals?status=OPEN')).status).toBe(400);
  });
});

describe('whose decision it is', () => {
  /** A new key for a bank, asked for by IT. */
  async function requestKey(): Promise<number> {
    const bank = await app.make.bank();
    const asked = await (
      await app.as('it')
    ).post<{ approval_id: number }>(`/banks/${String(bank.id)}/keys`, {
      label: 'produksi',
      reason: 'kunci untuk produksi',
    });
    expect(asked.status).toBe(202);
    return asked.body.approval_id;
  }

  it('each kind is decided by its own roles, the others are refused and it stays on record', async () => {
    const [tariff, key] = [await request(), await requestKey()];
    const by = {
      admin2: await app.as('admin2'),
      it: await app.as('it'),
      it2: await app.as('it2'),
      manajer: manager,
      super2: await app.as('super2'),
    };
    for (const [caller, id] of [
      [by.it2, tariff],
      [by.admin2, tariff],
      [by.manajer, key],
      [by.admin2, key],
    ] as const)
      for (const decision of ['APPROVE', 'REJECT']) {
        const answer = await decide(caller, id, decision, 'bukan wewenang');
        expect([answer.status, answer.body.code]).toEqual([403, 'approval.not_able']);
      }
    const { count } = await app.database.one<{ count: number }>(
      "SELECT count(*)::int AS count FROM log_aktivitas WHERE action = 'security.approval_not_able' AND entity_id = ANY($1)",
      [[tariff, key]],
    );
    expect(count).toBe(8);
    const shown = async (caller: HttpCaller, id: number) =>
      (await caller.get<Approval>(`/approvals/${String(id)}`)).body;
    expect(await shown(by.it2, tariff)).toMatchObject({
      status: 'PENDING',
      can_decide: false,
      can_withdraw: false,
      decider_roles: ['ADMIN_SUPER', 'MANAJER'],
      deciders: [{ name: 'Hasna Tuasamu' }, { name: 'Nur Aisyah' }, { name: 'Sitti Rahma' }],
    });
    // Never its maker, though Budi's role decides keys.
    expect((await shown(by.admin2, key)).deciders.map(({ name }) => name)).toEqual([
      'Hasna Tuasamu',
      'Rina Kurnia',
      'Sitti Rahma',
    ]);
    const waiting = async (caller: HttpCaller) =>
      (await caller.get<Page>('/approvals?decidable=true&page_size=100')).body.data.map(({ id }) => id);
    expect(await waiting(by.it2)).toEqual(expect.arrayContaining([key]));
    expect(await waiting(by.it2)).not.toContain(tariff);
    expect(await waiting(by.it)).not.toContain(key);
    expect(await waiting(by.manajer)).toEqual(expect.arrayContaining([tariff]));
    expect(await waiting(by.manajer)).not.toContain(key);
    expect(await waiting(by.admin2)).toEqual([]);
    expect((await decide(by.it2, key)).status).toBe(200);
    expect((await decide(by.super2, tariff)).status).toBe(200);
  });

  it('a refusal says why', async () => {
    const id = await request();
    for (const note of [undefined, ' ', '']) {
      const answer = await decide(manager, id, 'REJECT', note);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/note' }] });
    }
    expect((await decide(manager, id, 'REJECT', 'Tarif salah ketik')).body.status).toBe('REJECTED');
  });

  it('whoever asked may withdraw, as long as nobody decided; what waited for it is free again', async () => {
    const id = await request();
    const withdraw = (caller: HttpCaller) =>
      caller.post<Approval & ProblemBody>(`/approvals/${String(id)}/withdrawal`);
    expect((await withdraw(manager)).body.code).toBe('approval.not_yours');
    expect((await admin.get<Approval>(`/approvals/${String(id)}`)).body.can_withdraw).toBe(true);
    expect(await withdraw(admin)).toMatchObject({
      status: 200,
      body: { status: 'WITHDRAWN', can_withdraw: false },
    });
    expect((await withdraw(admin)).body.code).toBe('approval.decided');
    expect((await decide(manager, id)).body.code).toBe('approval.decided');
    expect(await app.database.one('SELECT status FROM tarif_versi WHERE approval_id = $1', [id])).toEqual({
      status: 'REJECTED',
    });
    expect(
      await app.database.one(
        "SELECT action FROM log_aktivitas WHERE entity_type = 'persetujuan' AND entity_id = $1 ORDER BY id DESC LIMIT 1",
        [id],
      ),
    ).toEqual({ action: 'approval.withdrawn' });
  });

  it('says which kinds have too few people', async () => {
    const kinds = async () =>
      (
        await manager.get<{ kind: string; able_people: number; too_few: boolean }[]>('/approvals/kinds')
      ).body.find(({ kind }) => kind === 'tariff_version');
    expect(await kinds()).toMatchObject({ able_people: 3, too_few: false });
    await app.database.query("UPDATE pengguna SET active = false WHERE role = 'ADMIN_SUPER'");
    expect(await kinds()).toMatchObject({ able_people: 1, too_few: true });
    await app.database.query("UPDATE pengguna SET active = true WHERE role = 'ADMIN_SUPER'");
  });
});

describe('notices', () => {
  interface Notice {
    id: number;
    kind: string;
    title: string;
    body: string;
    link: string | null;
    read_at: string | null;
  }
  const notices = async (caller: HttpCaller, query = '') =>
    (await caller.get<{ data: Notice[]; meta: { total: number } }>(`/notices?page_size=100${query}`)).body
      .data;

  it('tell those who may decide, not the one who asked; then the one who asked what became of it', async () => {
    const id = await request();
    await app.deliverEvents();
    await app.deliverEvents();
    const summary = (await admin.get<Approval>(`/approvals/${String(id)}`)).body.summary;
    const ofThis = (notice: Notice) => notice.body.includes(summary);
    const seen = (await notices(manager)).filter(ofThis);
    expect(seen).toMatchObject([
      { kind: 'approval.requested', title: 'Menunggu persetujuan', link: '/admin/approvals', read_at: null },
    ]);
    expect((await notices(admin)).filter(ofThis)).toEqual([]);
    for (const other of ['petugas', 'it', 'admin2'] as const)
      expect((await notices(await app.as(other))).filter(ofThis)).toEqual([]);
    expect((await notices(manager.with({ 'accept-language': 'en' }))).find(ofThis)?.title).toBe(
      'Waiting for approval',
    );
    await decide(manager, id);
    await app.deliverEvents();
    expect((await notices(admin)).filter(ofThis)).toMatchObject([
      { kind: 'approval.decided', title: 'Pengajuan Anda disetujui' },
    ]);
  });

  it('are read by each person for themselves', async () => {
    await request();
    await app.deliverEvents();
    const [notice] = await notices(manager, '&unread=true');
    const path = `/notices/${String(notice?.id)}/read`;
    const read = await manager.post<Notice>(path);
    expect(read.status).toBe(200);
    expect(read.body.read_at).toMatch(/\+08:00$/);
    expect((await manager.post<Notice>(path)).body.read_at).toBe(read.body.read_at);
    expect((await notices(manager, '&unread=true')).map(({ id }) => id)).not.toContain(notice?.id);
    expect((await (await app.as('petugas')).post<ProblemBody>(path)).body.code).toBe('notice.not_found');
    expect((await manager.post<ProblemBody>('/notices/999999/read')).body.code).toBe('notice.not_found');
  });
});
