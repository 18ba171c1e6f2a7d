import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultBoard } from './fault-board';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'faults '));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

test('a fault about an account waits for a call that names it, whoever else calls meanwhile', () => {
  const board = new FaultBoard(home);
  board.set({ kind: 'error-500', services: ['30'], about: '8800112345', left: 1 });
  expect(board.takeForService('30', '{"virtualAccountNo":"   8800199999"}')).toBeNull();
  expect(board.takeForService('27', '{"virtualAccountNo":"   8800112345"}')).toBeNull();
  expect(board.takeForService('30', '{"virtualAccountNo":"   8800112345"}')).toBe('error-500');
  expect(board.takeForService('30', '{"virtualAccountNo":"   8800112345"}')).toBeNull();
});

test('one about nothing in particular is played on the next call of its service', () => {
  const board = new FaultBoard(home);
  board.set({ kind: 'timeout', services: null, left: 1 });
  expect(board.all()).toEqual([expect.objectContaining({ about: null })]);
  expect(board.takeForService('30', '{}')).toBe('timeout');
});
