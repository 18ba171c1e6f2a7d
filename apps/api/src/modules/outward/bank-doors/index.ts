export { bankDoors } from './bank-doors.parts';
