import { parsePastedRequest } from './pasted-request';
import { shellWords } from './shell-words';

describe('words of a shell', () => {
  test.each([
    ["curl -H 'A: b c'", ['curl', '-H', 'A: b c']],
    ['curl "a \\"b\\" $HOME"', ['curl', 'a "b" $HOME']],
    ["curl $'a\\n\\u0041\\x42\\''", ['curl', "a\nAB'"]],
    ['curl a\\ b \\\n  c', ['curl', 'a b', 'c']],
    ["curl 'it'\"'\"'s'", ['curl', "it's"]],
    ['curl ""', ['curl', '']],
  ])('%s', (line, words) => {
    expect(shellWords(line)).toEqual(words);
  });

  test('a quote that is never closed is no command', () => {
    expect(shellWords("curl 'open")).toBeNull();
  });
});

describe('curl', () => {
  test('method, path with query, headers and body, to the letter', () => {
    const request = parsePastedRequest(
      `curl -sS -X POST 'https://pdam.example/api/v1/payment/process?a=%2F' \\
        -H 'X-Api-Key: demo' -H "X-Signature: abc=" --data-raw '{"a": 1,\n "b":"é"}' --max-time 10`,
    );
    expect(request).toEqual({
      method: 'POST',
      target: '/api/v1/payment/process?a=%2F',
      headers: { 'x-api-key': 'demo', 'x-signature': 'abc=' },
      body: '{"a": 1,\n "b":"é"}',
      bodyMissing: false,
    });
  });

  test('without -X it is GET, with data POST', () => {
    expect(parsePastedRequest('curl http://h/a')?.method).toBe('GET');
    expect(parsePastedRequest('curl http://h/a -d x')?.method).toBe('POST');
    expect(parsePastedRequest('curl -XPUT http://h/a')?.method).toBe('PUT');
  });

  test('a body from a file is not here', () => {
    expect(parsePastedRequest('curl http://h/a --data-binary @body.json')).toMatchObject({
      method: 'POST',
      body: '',
      bodyMissing: true,
    });
  });

  test('a path is never written anew', () => {
    expect(parsePastedRequest("curl 'https://h/a/../b//c?x=a b'")?.target).toBe('/a/../b//c?x=a b');
    expect(parsePastedRequest('curl https://h')?.target).toBe('/');
  });
});

describe('raw HTTP', () => {
  const head = 'POST /api/v1/payment/verify HTTP/1.1\r\nHost: h\r\nX-Timestamp: 2026-01-15T09:30:00+08:00';

  test('the body is everything after the empty line', () => {
    expect(parsePastedRequest(`${head}\r\n\r\n{"a":1}\n\n{}`)).toMatchObject({
      method: 'POST',
      target: '/api/v1/payment/verify',
      headers: { host: 'h', 'x-timestamp': '2026-01-15T09:30:00+08:00' },
      body: '{"a":1}\n\n{}',
    });
  });

  test('a line end that Content-Length does not count was added by copying', () => {
    expect(parsePastedRequest(`${head}\nContent-Length: 7\n\n{"a":1}\n`)?.body).toBe('{"a":1}');
    expect(parsePastedRequest(`${head}\nContent-Length: 8\n\n{"a":1}\n`)?.body).toBe('{"a":1}\n');
    expect(parsePastedRequest(`${head}\n\n{"a":1}\n`)?.body).toBe('{"a":1}\n');
  });

  test('without body', () => {
    expect(parsePastedRequest('GET /a?b=c HTTP/1.1\nX-Api-Key: k')).toMatchObject({
      method: 'GET',
      body: '',
    });
  });
});

test.each(['', 'hello', 'POST /a HTTP/1.1', '{"a":1}', 'curl'])('%j is no request', (text) => {
  expect(parsePastedRequest(text)).toBeNull();
});
