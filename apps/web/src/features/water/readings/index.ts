export { ReadingEntryPage } from './components/reading-entry-page';
export { ReadingsPage } from './components/readings-page';
