import { changedFields } from './changed-fields';

test('only what changed is listed', () => {
  expect(changedFields({ name: 'A', state: 'CALON' }, { name: 'A', state: 'AKTIF' })).toEqual([
    { field: 'state', before: 'CALON', after: 'AKTIF' },
  ]);
});

test('a new thing shows every field, a deleted one too', () => {
  expect(changedFields(null, { name: 'A' })).toEqual([{ field: 'name', before: '—', after: 'A' }]);
  expect(changedFields({ name: 'A' }, null)).toEqual([{ field: 'name', before: 'A', after: '—' }]);
});

test('nested values are compared by content', () => {
  expect(changedFields({ blocks: [{ rate: 1 }] }, { blocks: [{ rate: 1 }] })).toEqual([]);
  expect(changedFields({ blocks: [{ rate: 1 }] }, { blocks: [{ rate: 2 }] })).toHaveLength(1);
});
