export { Letterhead, type LetterheadText } from './letterhead';
export { LetterheadModule } from './letterhead.module';
