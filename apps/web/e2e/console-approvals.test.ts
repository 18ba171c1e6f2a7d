import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { StaffCaller } from './readings';
import { agree, signIn as comeIn } from './support/console';
import { productAccess } from './support/product';
import { overflow, seriousFindings } from './public-page';
import { clicksThrough } from './support/pages';

clicksThrough('/admin/approvals');

/*
 * The inbox of two people: everybody sees first what is theirs to decide, reads of the rest who decides it, refuses with
 * a reason only, and takes back what they asked for themselves.
 */

const PASSWORD = 'TirtaDemo2026!';

let browser: Browser;
const problems: string[][] = [];

async function signIn(username: string): Promise<Page> {
  const opened = await comeIn(browser, username, { viewport: DESKTOP });
  problems.push(opened.problems);
  return opened.page;
}

async function call<T>(path: string, body: object, token?: string): Promise<T> {
  const answer = await fetch(`${productAccess().url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** A tariff that waits for approval, asked for by the clerk. @returns its code */
async function proposeTariff(code: string): Promise<string> {
  const { access_token: token } = await call<{ access_token: string }>('/auth/login', {
    username: 'admin',
    password: PASSWORD,
  });
  const { id } = await call<{ id: number }>('/tariffs', { code, name: 'Uji', kelompok: 'I' }, token);
  await call(
    `/tariffs/${String(id)}/versions`,
    {
      legal_basis: 'Perbup 9/2026',
      valid_from: '2030-01',
      blocks: [{ lower_m3: 0, upper_m3: null, rate: 1_000 }],
      fixed_charges: [],
      minimum: { kind: 'NONE', value: 0 },
    },
    token,
  );
  return code;
}

async function looksRight(page: Page): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  expect(await seriousFindings(page)).toEqual([]);
}

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

it('IT finds no tariff waiting for IT, and reads who decides it', async () => {
  const code = await proposeTariff('SETUJU-A');
  const it1 = await signIn('it');
  await it1.goto('/admin/approvals');
  await it1.getByText('Tidak ada yang menunggu keputusan Anda').waitFor();
  await it1.getByText('Semua', { exact: true }).click();
  await it1.getByText(new RegExp(`Tarif ${code}`)).click();
  await it1.getByText('Permohonan ini bukan wewenang Anda.').waitFor();
  expect(await it1.getByText(/^Yang dapat memutuskan:/).innerText()).toMatch(
    /Nur Aisyah.*\(Admin Super, Manajer\)/,
  );
  expect(await it1.getByRole('button', { name: 'Setujui' }).count()).toBe(0);
  await looksRight(it1);
  await it1.context().close();
});

it('the manager finds it first, and refuses only with a reason', async () => {
  const manager = await signIn('manajer');
  await manager.goto('/admin/approvals');
  await manager.getByText(/Tarif SETUJU-A/).click();
  await manager.getByRole('button', { name: 'Tolak' }).click();
  const dialog = manager.getByRole('dialog', { name: /^Tolak/ });
  await dialog.getByRole('button', { name: 'Tolak' }).click();
  await dialog.getByText(/Minimal 5/).waitFor();
  await dialog.getByRole('textbox').fill('Dasar hukum belum berlaku');
  await dialog.getByRole('button', { name: 'Tolak' }).click();
  await manager.getByText('Permohonan ditolak').waitFor();
  await manager.getByText('Dasar hukum belum berlaku').waitFor();
  await manager.context().close();
});

it('the clerk decides nothing and takes back what the clerk asked for', async () => {
  await proposeTariff('SETUJU-B');
  const clerk = await signIn('admin');
  await clerk.goto('/admin/approvals');
  await clerk.getByText(/Tarif SETUJU-B/).click();
  await clerk.getByText('Anda yang mengajukan, jadi orang lain yang memutuskan.').waitFor();
  await looksRight(clerk);
  await clerk.getByRole('button', { name: 'Tarik permohonan' }).click();
  await clerk
    .getByRole('dialog', { name: 'Tarik permohonan?' })
    .getByRole('button', { name: 'Tarik permohonan' })
    .click();
  await clerk.getByText('Permohonan ditarik').waitFor();
  await clerk.getByText(/^Ditarik oleh/).waitFor();
  expect(problems.flat()).toEqual([]);
  await clerk.context().close();
});

it('an earlier number of a customer is put right when a second person agrees', async () => {
  const { data } = await (
    await StaffCaller.logIn('admin')
  ).get<{ data: { id: number }[] }>('/customers?state=AKTIF&page_size=1');
  const customer = `/admin/customers/${String(data[0]?.id)}`;
  const clerk = await signIn('admin');
  await clerk.goto(customer);
  await clerk.getByRole('button', { name: 'Ubah nomor lama' }).click();
  const dialog = clerk.getByRole('dialog');
  await dialog.getByLabel('Nomor lama', { exact: true }).fill('12');
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Rekening lama menyebut nomor ini');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await dialog.getByText(/Nomor lama terdiri dari 5 sampai 10 angka/).waitFor();
  await dialog.getByLabel('Nomor lama', { exact: true }).fill('LAMA-4711');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await dialog.waitFor({ state: 'hidden' });

  const manager = await signIn('manajer');
  await manager.goto('/admin/approvals?kind=legacy_number');
  await manager
    .getByText(/Nomor lama .* → LAMA-4711/)
    .first()
    .click();
  await agree(manager);
  await clerk.goto(customer);
  await clerk.getByText('LAMA-4711', { exact: true }).waitFor();
  await looksRight(clerk);
});

it('a page that is behind says why it is refused, and shows what has been decided meanwhile', async () => {
  const code = await proposeTariff('SETUJU-C');
  const manager = await signIn('manajer');
  await manager.goto('/admin/approvals');
  await manager.getByText(new RegExp(`Tarif ${code}`)).click();
  await manager.getByRole('button', { name: 'Tolak' }).click();
  const dialog = manager.getByRole('dialog', { name: /^Tolak/ });
  await dialog.getByRole('textbox').fill('Dasar hukum belum berlaku');
  // Somebody else is quicker.
  const { access_token: token } = await call<{ access_token: string }>('/auth/login', {
    username: 'super',
    password: PASSWORD,
  });
  const inbox = await fetch(`${productAccess().url}/api/v1/approvals?q=${code}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { data } = (await inbox.json()) as { data: { id: number }[] };
  await call(
    `/approvals/${String(data[0]?.id)}/decision`,
    { decision: 'APPROVE', note: 'Sudah sesuai' },
    token,
  );
  await dialog.getByRole('button', { name: 'Tolak' }).click();
  // The dialog goes with what it was about, and its answer stays.
  await manager.getByText('Sudah diputuskan').waitFor();
  await manager.getByText('Sudah sesuai').waitFor();
  expect(await manager.getByRole('button', { name: 'Tolak' }).count()).toBe(0);
  await manager.context().close();
});
