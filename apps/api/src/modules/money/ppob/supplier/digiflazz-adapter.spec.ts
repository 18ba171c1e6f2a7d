import { AnswerLost, NotSent } from '../../../bank-gateway/outbound';
import { DigiflazzAdapter, digiflazzSign } from './digiflazz-adapter';
import type { SupplierOrder } from './supplier-port';

const ORDER: SupplierOrder = {
  ref: 'TP1',
  sku: 'PLN-10000',
  account: '12345678901',
  billed: false,
  month: null,
  maxCost: 10_000,
};

/** An adapter whose supplier answers so, in this order and then as it did last, and what it was sent. */
function against(...answers: unknown[]) {
  const sent: object[] = [];
  const adapter = new DigiflazzAdapter({ username: 'user', apiKey: 'key' }, (path, body) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)];
    sent.push(path === 'transaction' ? body : { path, ...body });
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve({
      status: 200,
      body: Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer)),
    });
  });
  return { adapter, sent };
}

const data = (more: object) => ({ data: { ref_id: 'TP1', ...more } });

describe('the words of an aggregator', () => {
  it('signs with the digest of user, key and reference', () => {
    expect(digiflazzSign('username', 'apiKey', 'some1d')).toBe('167a0575b2ae4480e52b8a800b6b00e6');
  });

  it('asks what is left under the signature of that question, and believes nothing but a whole number', async () => {
    const { adapter, sent } = against({ data: { deposit: 500_000 } });
    expect(await adapter.balance()).toBe(500_000);
    const sign = digiflazzSign('user', 'key', 'depo');
    expect(sent).toEqual([{ path: 'cek-saldo', cmd: 'deposit', username: 'user', sign }]);
    for (const answer of [
      { data: { deposit: '500000' } },
      { data: { rc: '41' } },
      '<html>',
      new Error('lost'),
    ])
      expect(await against(answer).adapter.balance()).toBeNull();
  });

  it('asks again by the very same message', async () => {
    const { adapter, sent } = against(data({ status: 'Pending', rc: '03' }));
    await adapter.buy(ORDER);
    await adapter.ask(ORDER);
    expect(sent[0]).toEqual(sent[1]);
    expect(sent[0]).toMatchObject({ ref_id: 'TP1', customer_no: '12345678901', max_price: 10_000 });
    const billed = against(data({ status: 'Sukses', rc: '00' }));
    await billed.adapter.buy({ ...ORDER, billed: true });
    await billed.adapter.ask({ ...ORDER, billed: true });
    expect(billed.sent.map((body) => (body as { commands: string }).commands)).toEqual([
      'pay-pasca',
      'status-pasca',
    ]);
  });

  it.each([
    [data({ status: 'Sukses', rc: '00', sn: '1234', price: 9_800 }), 'SUCCESS'],
    [data({ status: 'Gagal', rc: '02' }), 'FAILED'],
    [data({ status: 'Gagal', rc: '54' }), 'FAILED'],
    // About the call, not about the order: it may stand.
    [data({ status: 'Gagal', rc: '41' }), 'PENDING'],
    [data({ status: 'Gagal', rc: '49' }), 'PENDING'],
    [data({ status: 'Gagal', rc: '99' }), 'PENDING'],
    [data({ status: 'Pending', rc: '03' }), 'PENDING'],
    [data({ status: 'Pending', rc: '00' }), 'PENDING'],
    [{ data: { ref_id: 'another', status: 'Gagal', rc: '02' } }, 'UNKNOWN'],
    ['<html>Sedang dalam pemeliharaan', 'UNKNOWN'],
    [{ nothing: true }, 'UNKNOWN'],
    [new AnswerLost('cut'), 'UNKNOWN'],
    [new NotSent('refused'), 'PENDING'],
  ])('%j means %s', async (answer, word) => {
    expect((await against(answer).adapter.buy(ORDER)).word).toBe(word);
  });

  it.each([new AnswerLost('socket hang up'), new NotSent('ECONNREFUSED'), '<html>Not found'])(
    'tells the staff of %j in their own language',
    async (answer) => {
      const { message } = await against(answer).adapter.buy(ORDER);
      expect(message).toMatch(/pemasok/i);
      expect(message).not.toMatch(/socket|ECONN|html|answer/);
    },
  );

  it.each([
    ['is lost', new AnswerLost('cut'), 'UNKNOWN'],
    ['cannot be read', '<html>', 'UNKNOWN'],
    ['was not sent', new NotSent('refused'), 'PENDING'],
  ])('says nothing of a bill whose question %s', async (_, first, word) => {
    const { adapter, sent } = against(first, data({ status: 'Gagal', rc: '50' }));
    expect((await adapter.ask({ ...ORDER, billed: true })).word).toBe(word);
    expect(sent).toMatchObject([{ commands: 'status-pasca' }]);
  });

  it('pays a bill the supplier has not heard of, under the same reference', async () => {
    const { adapter, sent } = against(
      data({ status: 'Gagal', rc: '50' }),
      data({ status: 'Sukses', rc: '00' }),
    );
    expect((await adapter.ask({ ...ORDER, billed: true })).word).toBe('SUCCESS');
    expect(sent).toMatchObject([
      { commands: 'status-pasca', ref_id: 'TP1' },
      { commands: 'pay-pasca', ref_id: 'TP1' },
    ]);
  });

  it('takes a bill only as a bill', async () => {
    const billed = { ...ORDER, billed: true };
    const asked = async (answer: unknown) => against(answer).adapter.inquire(billed);
    const owed = { status: 'Sukses', rc: '00', selling_price: 40_000 };
    expect(await asked(data(owed))).toEqual({ kind: 'BILL', amount: 40_000, accountName: null });
    expect(await asked(data({ ...owed, customer_name: ' BUDI S ' }))).toMatchObject({
      accountName: 'BUDI S',
    });
    expect(await asked(data({ status: 'Gagal', rc: '60', message: 'Belum ada tagihan' }))).toMatchObject({
      kind: 'NONE',
    });
    for (const answer of [
      data({ status: 'Sukses', rc: '00', selling_price: '40000' }),
      'x',
      new AnswerLost('cut'),
    ])
      expect(await asked(answer)).toEqual({ kind: 'UNAVAILABLE' });
  });
});
