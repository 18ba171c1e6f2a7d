import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/**
 * How a message travels to the biller. CUT: the line breaks in the middle of the request, before the biller has all of
 * it, so nothing can be committed. LOST: the biller gets it and answers, the bank has given up before it hears.
 */
export type Delivery = 'NORMAL' | 'CUT' | 'LOST';

/** The answer came too late for the bank. */
export class AnswerLost extends Error {
  override readonly name = 'AnswerLost';

  constructor() {
    super('bank berhenti menunggu, jawaban tidak terbaca');
  }
}

/** The line broke while the bank was still sending. */
export class LineCut extends Error {
  override readonly name = 'LineCut';

  constructor() {
    super('sambungan putus sebelum permintaan selesai terkirim');
  }
}

/** The fetch of a delivery: the same call for whoever signs and sends. */
export function fetchFor(delivery: Delivery): typeof fetch {
  switch (delivery) {
    case 'NORMAL':
      return fetch;
    case 'LOST':
      return async (input, init) => {
        const response = await fetch(input, init);
        // Read to the end, so that the biller has certainly committed and answered.
        await response.arrayBuffer();
        throw new AnswerLost();
      };
    case 'CUT':
      return async (input, init) => {
        await sendHalf(new URL(input instanceof Request ? input.url : input), init ?? {});
        throw new LineCut();
      };
  }
}

/** Promises the whole body, sends half of it and hangs up. */
function sendHalf(url: URL, init: RequestInit): Promise<void> {
  const body = init.body instanceof Uint8Array ? Buffer.from(init.body) : Buffer.alloc(0);
  const headers = {
    ...Object.fromEntries(new Headers(init.headers)),
    'content-length': String(body.length + 1),
  };
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = open(url, { method: init.method ?? 'GET', headers });
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') reject(error);
      else resolve();
    });
    request.on('close', resolve);
    request.write(body.subarray(0, Math.ceil(body.length / 2)), () => request.destroy());
  });
}

/** Node's fetch says only "fetch failed"; its cause says what failed. */
export function reasonOf(error: unknown): string {
  const { name, message, code, cause } = error as NodeJS.ErrnoException & { cause?: NodeJS.ErrnoException };
  if (name === 'TimeoutError') return 'tidak ada jawaban sampai batas waktu';
  if ((cause?.code ?? code) === 'ECONNREFUSED')
    return 'sambungan ditolak, TirtaPay tidak berjalan di alamat itu';
  return cause?.code ?? cause?.message ?? message;
}
