import { NO_SNAP_SERVICE, SNAP_CASES, SNAP_SERVICES, snapAnswer, snapCode } from './index';

describe('SNAP response codes', () => {
  it('are status, service and case', () => {
    expect(snapCode(404, SNAP_SERVICES.vaInquiry, '12')).toBe('4042412');
    for (const bad of [
      [99, '24', '00'],
      [200, '4', '00'],
      [200, '24', '0'],
      [200, 'ab', '00'],
    ] as const) {
      expect(() => snapCode(bad[0], bad[1], bad[2])).toThrow(RangeError);
    }
  });

  it.each([
    ['successful', 'accessTokenB2b', '', '2007300', 'Successful'],
    ['paidBill', 'vaPayment', '', '4042514', 'Paid Bill'],
    ['unauthorized', 'vaInquiry', 'Signature', '4012400', 'Unauthorized. [Signature]'],
    ['unauthorized', 'vaInquiry', '', '4012400', 'Unauthorized.'],
    ['invalidMandatoryField', 'vaPayment', 'paidAmount', '4002502', 'Invalid Mandatory Field {paidAmount}'],
    ['invalidFieldFormat', 'vaPayment', '', '4002501', 'Invalid Field Format'],
    ['inconsistentRequest', 'vaPayment', '', '4042518', 'Inconsistent Request'],
    ['invalidBill', 'vaInquiry', 'Not Found $&', '4042412', 'Invalid Bill/Virtual Account [Not Found $&]'],
    ['conflict', 'vaInquiry', '', '4092400', 'Conflict'],
  ] as const)('%s at %s %s', (name, service, detail, responseCode, responseMessage) => {
    const answer = snapAnswer(name, SNAP_SERVICES[service], detail);
    expect(answer).toEqual({ http: Number(responseCode.slice(0, 3)), responseCode, responseMessage });
  });

  it('answers a path that is no service of ours under 00', () => {
    expect(snapAnswer('invalidRouting', NO_SNAP_SERVICE).responseCode).toBe('4040002');
  });

  it('holds no two names for one status and case, and cuts long messages', () => {
    const codes = Object.values(SNAP_CASES).map((entry) => `${String(entry.http)}${entry.case}`);
    expect(new Set(codes).size).toBe(codes.length);
    expect(snapAnswer('unauthorized', '24', 'x'.repeat(300)).responseMessage).toHaveLength(150);
  });
});
