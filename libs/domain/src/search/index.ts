export { groupedDigits, keyForm, phoneForm, searchForm } from './search-form';
