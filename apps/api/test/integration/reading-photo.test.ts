import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { LooseFiles } from '../../src/modules/water/meter-reading/photos/loose-files';
import { MovePhotos } from '../../src/modules/water/meter-reading/photos/move-photos';
import { FileStore } from '../../src/platform/files';
import { Problem } from '../../src/platform/problem';
import { testApp, type HttpCaller, type TestCustomer } from '../support';

const app = testApp();

type Format = 'jpeg' | 'png' | 'webp';

/** A small picture of a colour of its own for every name, with what a phone writes into it. */
function photo(name: string, format: Format = 'jpeg', size = 48): Promise<Buffer> {
  const [red = 0, green = 0, blue = 0] = createHash('sha256').update(name).digest();
  return sharp({
    create: { width: size, height: size, channels: 3, background: { r: red, g: green, b: blue } },
  })
    .withExif({
      IFD0: { Make: 'Kamera', Copyright: name },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '4/1 0/1 0/1' },
    })
    .toFormat(format)
    .toBuffer();
}

let petugas: HttpCaller;
let admin: HttpCaller;
const code = (body: unknown) => (body as { code?: string }).code;

beforeAll(async () => {
  petugas = await app.as('petugas');
  admin = await app.as('admin');
});

interface Reading {
  id: number;
  version: number;
  has_photo: boolean;
}

async function recorded(customer: TestCustomer, stand = 25): Promise<Reading> {
  const answer = await petugas.post<Reading>('/meter-readings', {
    client_id: randomUUID(),
    customer_number: customer.customer_number,
    period: '2025-12',
    condition_code: 'NORMAL',
    current_stand: stand,
  });
  expect(answer.status).toBe(201);
  return answer.body;
}

const send = (id: number, raw: Buffer, type = 'image/jpeg', caller = petugas) =>
  caller.call('POST', `/meter-readings/${String(id)}/photo`, undefined, {
    raw,
    headers: { 'content-type': type },
  });

const read = async (id: number) => (await admin.get<Reading>(`/meter-readings/${String(id)}`)).body;
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** The picture as bytes; the caller of the other tests reads text. */
async function picture(path: string, headers: Record<string, string>) {
  const response = await fetch(`${app.url}/api/v1${path}`, { headers });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    nosniff: response.headers.get('x-content-type-options'),
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

async function staffPicture(id: number) {
  const { token } = await app.logIn('manajer');
  return picture(`/meter-readings/${String(id)}/photo`, { authorization: `Bearer ${token}` });
}

const decide = async (id: number, decision: 'VERIFY' | 'REREAD') =>
  admin.post(`/meter-readings/${String(id)}/decision`, {
    decision,
    version: (await read(id)).version,
    note: 'stan diperiksa pada foto',
  });

/** As photos were kept before there was a store of files. */
async function backIntoDatabase(readingId: number, content: Buffer): Promise<void> {
  rmSync(await pathOf(readingId), { force: true });
  await app.database.query(
    `UPDATE foto_meter SET content = $2, file_key = NULL, file_sha256 = NULL, size_bytes = NULL WHERE reading_id = $1`,
    [readingId, content],
  );
}

const fileOf = (readingId: number) =>
  app.database.one<{ file_key: string | null; content: Buffer | null }>(
    'SELECT file_key, content FROM foto_meter WHERE reading_id = $1',
    [readingId],
  );

const pathOf = async (readingId: number) =>
  join(app.filesRoot, (await fileOf(readingId)).file_key ?? 'nowhere');

describe('the photo of a reading', () => {
  it('is acknowledged with the hash of what was sent, kept as a picture and nothing else, and shown to staff', async () => {
    const reading = await recorded(await app.make.customer());
    expect(reading.has_photo).toBe(false);
    expect((await staffPicture(reading.id)).status).toBe(404);
    const sent = await photo('stan 25');
    expect((await sharp(sent).metadata()).exif?.toString('latin1')).toContain('Kamera');
    const stored = await send(reading.id, sent);
    const kept = await staffPicture(reading.id);
    expect([stored.status, stored.body]).toEqual([
      200,
      { sha256: sha(sent), media_type: 'image/jpeg', size_bytes: kept.bytes.length, created: true },
    ]);
    expect((await send(reading.id, sent)).body).toMatchObject({ sha256: sha(sent), created: false });
    expect((await read(reading.id)).has_photo).toBe(true);
    expect(kept).toMatchObject({ status: 200, type: 'image/jpeg', nosniff: 'nosniff' });
    const { width, height, exif, xmp, icc } = await sharp(kept.bytes).metadata();
    expect([width, height, exif, xmp, icc]).toEqual([48, 48, undefined, undefined, undefined]);
    expect(kept.bytes.toString('latin1')).not.toMatch(/Kamera|stan 25|GPS|Exif/);
  });

  it('of before is drawn anew when it is shown, and what is no picture is not shown', async () => {
    const reading = await recorded(await app.make.customer());
    const old = await photo('lama');
    await send(reading.id, old);
    await backIntoDatabase(reading.id, old);
    await app.database.query('UPDATE foto_meter SET redrawn = false WHERE reading_id = $1', [reading.id]);
    const shown = await staffPicture(reading.id);
    expect([shown.status, (await sharp(shown.bytes).metadata()).exif]).toEqual([200, undefined]);
    await backIntoDatabase(
      reading.id,
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<html>')]),
    );
    expect((await staffPicture(reading.id)).status).toBe(404);
  });

  it('stands upright whichever way the phone was held, and is no larger than it need be', async () => {
    const reading = await recorded(await app.make.customer());
    const turned = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#224466' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await send(reading.id, turned)).status).toBe(200);
    const { width, height } = await sharp((await staffPicture(reading.id)).bytes).metadata();
    expect([width, height]).toEqual([1280, 2560]);
  });

  it('is refused when its header claims more than a camera takes, or its end is missing', async () => {
    const reading = await recorded(await app.make.customer());
    const huge = await photo('besar', 'png');
    huge.writeUInt32BE(50_000, 16);
    huge.writeUInt32BE(50_000, 20);
    const whole = await photo('utuh', 'jpeg', 400);
    for (const bytes of [
      huge,
      whole.subarray(0, whole.length / 2),
      (await photo('x', 'png')).subarray(0, 60),
    ]) {
      const answer = await send(reading.id, bytes);
      expect([answer.status, code(answer.body)]).toEqual([422, 'photo.invalid']);
    }
    expect((await read(reading.id)).has_photo).toBe(false);
  });

  it('is what its bytes are, whatever it is called', async () => {
    const reading = await recorded(await app.make.customer());
    expect((await send(reading.id, await photo('p', 'png'), 'image/jpeg')).body).toMatchObject({
      media_type: 'image/png',
    });
    expect((await send(reading.id, await photo('w', 'webp'), 'image/png')).body).toMatchObject({
      media_type: 'image/webp',
    });
    const refused: Buffer[] = [
      Buffer.from('<html><script>alert(1)</script></html>'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      Buffer.from('%PDF-1.7\n%âãÏÓ\n'),
      Buffer.from('GIF89a..............'),
      Buffer.from([0xff, 0xd8]),
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<html>')]),
      Buffer.alloc(64),
      Buffer.alloc(0),
    ];
    for (const bytes of refused) {
      const answer = await send(reading.id, bytes);
      expect([bytes.toString('latin1', 0, 5), answer.status, code(answer.body)]).toEqual([
        bytes.toString('latin1', 0, 5),
        422,
        'photo.invalid',
      ]);
    }
    expect((await staffPicture(reading.id)).type).toBe('image/webp');
  });

  it('keeps nothing of a page that hides behind a whole picture', async () => {
    const reading = await recorded(await app.make.customer());
    const both = Buffer.concat([
      await photo('dua muka'),
      Buffer.from('<html><script>alert(1)</script></html>'),
    ]);
    expect((await send(reading.id, both)).body).toMatchObject({
      sha256: sha(both),
      media_type: 'image/jpeg',
    });
    expect((await staffPicture(reading.id)).bytes.toString('latin1')).not.toContain('script');
  });

  it('that was sent for another meter before is an ERROR of the later reading, until another one takes its place', async () => {
    const [first, second] = [
      await recorded(await app.make.customer()),
      await recorded(await app.make.customer()),
    ];
    const judged = async (id: number) =>
      (await admin.get<{ severity: string; reasons: string[] }>(`/meter-readings/${String(id)}`)).body;
    const same = await photo('satu foto');
    await send(first.id, same);
    expect(await judged(first.id)).toMatchObject({ severity: 'OK', reasons: [] });
    await send(second.id, same);
    expect(await judged(second.id)).toMatchObject({ severity: 'ERROR', reasons: ['SAME_PHOTO'] });
    expect(await judged(first.id)).toMatchObject({ severity: 'OK', reasons: [] });
    const { version } = await read(second.id);
    const silent = await admin.post(`/meter-readings/${String(second.id)}/decision`, {
      decision: 'VERIFY',
      version,
    });
    expect([silent.status, code(silent.body)]).toEqual([422, 'reading.note_required']);
    await send(second.id, await photo('foto kedua'));
    expect(await judged(second.id)).toMatchObject({ severity: 'OK', reasons: [] });
    // Whoever verified it saw the picture; a twin that comes later changes nothing of the decision.
    expect((await decide(first.id, 'VERIFY')).status).toBe(200);
    const third = await recorded(await app.make.customer());
    await send(third.id, same);
    expect(await judged(third.id)).toMatchObject({ severity: 'ERROR', reasons: ['SAME_PHOTO'] });
    expect((await decide(third.id, 'REREAD')).status).toBe(200);
  });

  it('is at most 2 MB, a picture, and only where photos belong', async () => {
    const small = await photo('kecil');
    const reading = await recorded(await app.make.customer());
    expect(
      (await send(reading.id, Buffer.concat([small, Buffer.alloc(2_097_152 - small.length)]))).status,
    ).toBe(200);
    const large = await send(reading.id, Buffer.concat([small, Buffer.alloc(2_097_152)]));
    expect([large.status, code(large.body)]).toEqual([413, 'request.too_large']);
    expect((await send(reading.id, await photo('p', 'png'), 'image/svg+xml')).status).toBe(415);
    const json = await petugas.post(`/meter-readings/${String(reading.id)}/photo`, { photo: 'x' });
    expect([json.status, code(json.body)]).toEqual([422, 'photo.invalid']);
    const elsewhere = await petugas.call('POST', '/public/inquiries', undefined, {
      raw: await photo('p', 'png'),
      headers: { 'content-type': 'image/png' },
    });
    expect([elsewhere.status, code(elsewhere.body)]).toEqual([415, 'request.unsupported_media']);
  });

  it('is taken from those who record readings, for a reading there is', async () => {
    const reading = await recorded(await app.make.customer());
    expect(
      (await send(reading.id, await photo('p', 'png'), 'image/png', await app.as('manajer'))).status,
    ).toBe(403);
    expect((await send(reading.id, await photo('p', 'png'), 'image/png', app.anyone)).status).toBe(401);
    const nowhere = await send(999_999_999, await photo('p', 'png'), 'image/png');
    expect([nowhere.status, code(nowhere.body)]).toEqual([404, 'reading.not_found']);
  });

  it('may be exchanged until the reading is verified, may arrive late, and is then locked, by the database too', async () => {
    const reading = await recorded(await app.make.customer());
    await send(reading.id, await photo('blurred'));
    expect((await send(reading.id, await photo('sharp'))).body).toMatchObject({ created: true });
    expect((await decide(reading.id, 'VERIFY')).status).toBe(200);
    const late = await send(reading.id, await photo('another'));
    expect([late.status, code(late.body)]).toEqual([409, 'reading.locked']);
    expect((await send(reading.id, await photo('sharp'))).status).toBe(200);
    await expect(
      app.database.query("UPDATE foto_meter SET media_type = 'image/png' WHERE reading_id = $1", [
        reading.id,
      ]),
    ).rejects.toThrow('locked');

    const offline = await recorded(await app.make.customer());
    expect((await decide(offline.id, 'VERIFY')).status).toBe(200);
    expect((await send(offline.id, await photo('sent when there was a signal'))).status).toBe(200);
  });

  it('of a first reading is not shown for the second, and is not lost', async () => {
    const customer = await app.make.customer();
    const first = await recorded(customer);
    await send(first.id, await photo('first'));
    expect((await decide(first.id, 'REREAD')).status).toBe(200);
    const again = await recorded(customer, 27);
    expect([again.id, again.has_photo]).toEqual([first.id, false]);
    expect((await staffPicture(again.id)).status).toBe(404);
    await send(again.id, await photo('second'));
    expect((await staffPicture(again.id)).status).toBe(200);
    const kept = await app.database.query('SELECT 1 FROM foto_meter WHERE reading_id = $1', [first.id]);
    expect(kept).toHaveLength(2);
  });

  it('that was days on its way is not taken for a stand that was read since', async () => {
    const customer = await app.make.customer();
    const stand = (clientId: string, current_stand: number) =>
      petugas.post<Reading>('/meter-readings', {
        client_id: clientId,
        customer_number: customer.customer_number,
        period: '2025-12',
        condition_code: 'NORMAL',
        current_stand,
      });
    const arrive = async (clientId: string, name: string) => {
      const answer = await petugas.call(
        'POST',
        `/meter-readings/${String(first.body.id)}/photo?client_id=${clientId}`,
        undefined,
        { raw: await photo(name), headers: { 'content-type': 'image/jpeg' } },
      );
      return [answer.status, code(answer.body)];
    };
    const [before, since] = [randomUUID(), randomUUID()];
    const first = await stand(before, 25);
    expect(await arrive(randomUUID(), 'of nobody')).toEqual([409, 'reading.locked']);
    expect(await arrive(before.toUpperCase(), 'of before')).toEqual([200, undefined]);
    expect((await decide(first.body.id, 'REREAD')).status).toBe(200);
    expect((await stand(since, 27)).body.id).toBe(first.body.id);
    expect(await arrive(before, 'of before')).toEqual([409, 'reading.locked']);
    expect((await read(first.body.id)).has_photo).toBe(false);
    expect(await arrive(since, 'of now')).toEqual([200, undefined]);
    expect((await arrive('x', 'of now'))[0]).toBe(400);
  });
});

describe('the file of a photo', () => {
  const files = () =>
    existsSync(app.filesRoot)
      ? readdirSync(app.filesRoot, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
          .length
      : 0;

  it('lies outside the database, under a key that says nothing, with its hash and size in the row', async () => {
    const reading = await recorded(await app.make.customer());
    const { size_bytes: size } = (await send(reading.id, await photo('berkas'))).body as {
      size_bytes: number;
    };
    const row = await app.database.one<{ file_key: string; hash: string; size_bytes: number; content: null }>(
      "SELECT file_key, encode(file_sha256, 'hex') AS hash, size_bytes, content FROM foto_meter WHERE reading_id = $1",
      [reading.id],
    );
    const bytes = readFileSync(join(app.filesRoot, row.file_key));
    expect(row).toEqual({
      file_key: expect.stringMatching(/^meter-photos\/../) as string,
      hash: sha(bytes),
      size_bytes: size,
      content: null,
    });
    expect((await staffPicture(reading.id)).bytes).toEqual(bytes);
  });

  it('that is gone or altered is said to be so, to staff and customer, and heals when it is restored', async () => {
    const reading = await recorded(await app.make.customer());
    await send(reading.id, await photo('hilang'));
    const path = await pathOf(reading.id);
    const bytes = readFileSync(path);
    const lost = async () => {
      const answer = await admin.get(`/meter-readings/${String(reading.id)}/photo`);
      expect([answer.status, code(answer.body)]).toEqual([404, 'photo.lost']);
    };
    writeFileSync(path, Buffer.concat([bytes, Buffer.from('x')]));
    await lost();
    rmSync(path);
    await lost();
    // The same photo is known by what was sent, not by a file that may be gone.
    writeFileSync(path, bytes);
    expect((await staffPicture(reading.id)).bytes).toEqual(bytes);
  });

  it('is made of what the database kept, a verified one too, and never of anything else', async () => {
    const readings = [
      await recorded(await app.make.customer()),
      await recorded(await app.make.customer()),
      await recorded(await app.make.customer()),
    ];
    const pictures: Buffer[] = [];
    for (const [index, { id }] of readings.entries()) {
      await send(id, await photo(`lama ${String(index)}`));
      pictures.push(readFileSync(await pathOf(id)));
      await backIntoDatabase(id, pictures[index] ?? Buffer.of());
    }
    const [verified] = readings;
    expect((await decide(verified?.id ?? 0, 'VERIFY')).status).toBe(200);
    for (const [index, { id }] of readings.entries())
      expect((await staffPicture(id)).bytes).toEqual(pictures[index]);
    await expect(
      app.database.query(
        `UPDATE foto_meter SET content = NULL, file_key = 'meter-photos/x', file_sha256 = sha256('other'), size_bytes = 5
         WHERE reading_id = $1`,
        [verified?.id],
      ),
    ).rejects.toThrow('locked');
    // The application moves photos by itself too: over when none is left.
    do await app.get(MovePhotos).move();
    while ((await app.database.query('SELECT FROM foto_meter WHERE file_key IS NULL')).length > 0);
    for (const [index, { id }] of readings.entries()) {
      expect((await fileOf(id)).content).toBeNull();
      expect(readFileSync(await pathOf(id))).toEqual(pictures[index]);
      expect((await staffPicture(id)).bytes).toEqual(pictures[index]);
    }
  });

  it('that no row names is cleared away after an hour, and no other', async () => {
    const reading = await recorded(await app.make.customer());
    await send(reading.id, await photo('pertama'));
    const first = await pathOf(reading.id);
    await send(reading.id, await photo('kedua'));
    expect(existsSync(first)).toBe(true);
    // Written, and its process killed before the row.
    const store = app.get(FileStore);
    const orphan = await app.get(LooseFiles).expect();
    await store.put(orphan, Buffer.from('tanpa baris'));
    // A note that was left although a row names the file.
    const { file_key: named } = await fileOf(reading.id);
    const start = app.clock.date();
    await app.database.query('INSERT INTO foto_lepas (file_key, noted_at) VALUES ($1, $2)', [named, start]);
    const before = files();
    await app.get(LooseFiles).clear();
    expect(files()).toBe(before);
    app.clock.advance(3_600_001);
    await app.get(LooseFiles).clear();
    app.clock.set(start.toISOString());
    expect([existsSync(first), existsSync(join(app.filesRoot, orphan))]).toEqual([false, false]);
    expect((await staffPicture(reading.id)).status).toBe(200);
    const { rows, notes } = await app.database.one<{ rows: number; notes: number }>(
      'SELECT (SELECT count(*)::int FROM foto_meter) AS rows, (SELECT count(*)::int FROM foto_lepas) AS notes',
    );
    expect([files(), notes]).toEqual([rows, 0]);
  });

  it('that cannot be written is no photo: nothing is acknowledged, and it may be sent again', async () => {
    const reading = await recorded(await app.make.customer());
    const put = jest
      .spyOn(app.get(FileStore), 'put')
      .mockRejectedValueOnce(new Problem('service.unavailable'));
    const refused = await send(reading.id, await photo('penuh'));
    expect([refused.status, code(refused.body)]).toEqual([503, 'service.unavailable']);
    put.mockRestore();
    expect((await read(reading.id)).has_photo).toBe(false);
    expect((await send(reading.id, await photo('penuh'))).body).toMatchObject({ created: true });
  });
});

describe('the customer', () => {
  it('sees the photo behind a bill once the digits were right, and nobody else does', async () => {
    const customer = await app.make.customer();
    await app.database.query("UPDATE meter SET serial = 'AP-0915' WHERE id = $1", [customer.meter.id]);
    await app.make.issuedBill({ customer, period: '2025-11', usage: 12 });
    await app.make.issuedBill({ customer, period: '2025-12', usage: 25 });
    const { id } = await app.database.one<{ id: number }>(
      "SELECT id::int FROM meter_reading WHERE customer_id = $1 AND period = '2025-12'",
      [customer.id],
    );
    expect((await send(id, await photo('p', 'png'), 'image/png')).status).toBe(200);
    const token = (
      await app.anyone.post<{ token: string }>('/public/inquiries', {
        customer_number: customer.customer_number,
      })
    ).body.token;
    const base = `/public/inquiries/${token}`;
    const access = await app.anyone.post<{ history_token: string }>(`${base}/history-access`, {
      meter_digits: '0915',
    });
    const proof = { 'x-history-token': access.body.history_token };
    const history = await app.anyone.get<{ bills: { has_photo: boolean }[] }>(`${base}/history`, {
      headers: proof,
    });
    expect(history.body.bills.map((bill) => bill.has_photo)).toEqual([true, false]);
    expect(await picture(`${base}/history/photos/2025-12`, proof)).toEqual({
      status: 200,
      type: 'image/png',
      nosniff: 'nosniff',
      bytes: (await staffPicture(id)).bytes,
    });
    for (const [period, headers, wanted] of [
      ['2025-12', {}, [401, 'public.second_factor_required']],
      [
        '2025-12',
        { 'x-history-token': `${proof['x-history-token']}x` },
        [401, 'public.second_factor_required'],
      ],
      ['2025-11', proof, [404, 'photo.not_found']],
      ['2031-01', proof, [404, 'photo.not_found']],
      ['x', proof, [404, 'photo.not_found']],
    ] as const) {
      const answer = await app.anyone.get(`${base}/history/photos/${period}`, { headers });
      expect([period, answer.status, code(answer.body)]).toEqual([period, ...wanted]);
    }
  });
});
