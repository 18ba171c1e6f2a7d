import { NOTHING, requestOf, valuesOfPaste } from './check-values';
import { parsePastedRequest } from './pasted-request';

const paste = (text: string) => {
  const pasted = parsePastedRequest(text);
  if (pasted === null) throw new Error('not a request');
  return valuesOfPaste(pasted);
};

test('the headers of our API', () => {
  expect(
    paste(
      'POST /api/v1/payment/verify HTTP/1.1\nX-Api-Key: demo\nX-Timestamp: t\nX-Request-Id: r\nX-Signature: s\n\n{}',
    ),
  ).toMatchObject({
    protocol: 'NATIVE',
    credential: 'demo',
    timestamp: 't',
    request_id: 'r',
    signature: 's',
    body: '{}',
  });
});

test('the headers of SNAP BI, of a transaction and of a token request', () => {
  expect(
    paste(
      'POST /api/snap/v1.0/transfer-va/payment HTTP/1.1\nAuthorization: Bearer abc\nX-PARTNER-ID: p\nX-TIMESTAMP: t\nX-SIGNATURE: s\n\n{}',
    ),
  ).toMatchObject({ protocol: 'SNAP', credential: 'p', access_token: 'abc' });
  expect(paste('POST /api/snap/v1.0/access-token/b2b HTTP/1.1\nX-CLIENT-KEY: c\n\n{}')).toMatchObject({
    protocol: 'SNAP',
    credential: 'c',
    access_token: '',
  });
});

test('only what the protocol knows is sent, and the body as it is', () => {
  const values = { ...NOTHING, credential: ' k ', request_target: '/a', body: ' {} \n', access_token: 'x' };
  expect(requestOf(values)).toEqual({
    protocol: 'NATIVE',
    key_id: 'k',
    method: 'POST',
    request_target: '/a',
    headers: { timestamp: '', signature: '', request_id: '' },
    body: ' {} \n',
  });
  const snap = requestOf({ ...values, protocol: 'SNAP', bank_string: 'POST:/a' });
  expect(snap).toMatchObject({
    client_key: 'k',
    headers: { access_token: 'x' },
    bank_string_to_sign: 'POST:/a',
  });
  expect(snap.headers).not.toHaveProperty('request_id');
});
