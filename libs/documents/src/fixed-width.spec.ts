import { centred, labelled, leftAndRight, wrap } from './fixed-width';

describe('fixed-width lines', () => {
  it('breaks at spaces and fills each line as far as it goes', () => {
    expect(wrap('empat puluh dua ribu lima ratus rupiah', 16)).toEqual([
      'empat puluh dua',
      'ribu lima ratus',
      'rupiah',
    ]);
    expect(wrap('pas', 3)).toEqual(['pas']);
    expect(wrap('', 10)).toEqual(['']);
  });

  it('cuts a word that is longer than a line', () => {
    expect(wrap('No. ABCDEFGHIJ', 4)).toEqual(['No.', 'ABCD', 'EFGH', 'IJ']);
    expect(wrap('ABCDEFGH IJ', 4)).toEqual(['ABCD', 'EFGH', 'IJ']);
  });

  it('cuts behind a separator when that does not waste half a line', () => {
    expect(wrap('SULTRA-TELLER-20260115-000001', 26)).toEqual(['SULTRA-TELLER-20260115-', '000001']);
    expect(wrap('A-BCDEFGHIJ', 8)).toEqual(['A-BCDEFG', 'HIJ']);
  });

  it('centres with the odd space on the right', () => {
    expect(centred('abc', 8)).toEqual(['  abc']);
  });

  it('hangs the continuation under the value', () => {
    expect(labelled('Alamat', 'Jl. Melati No. 10', 8, 22)).toEqual([
      'Alamat   : Jl. Melati',
      '           No. 10',
    ]);
  });

  it('sets the amount flush right, below its label when there is no room', () => {
    expect(leftAndRight('Denda', 'Rp5.000', 16)).toEqual(['Denda    Rp5.000']);
    expect(leftAndRight('Denda lama', 'Rp5.000', 16)).toEqual(['Denda lama', '         Rp5.000']);
  });
});
