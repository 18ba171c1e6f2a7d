export { testApp, type TestAppOptions } from './test-app';
export type { TestBank, TestCustomer, TestRegion } from './factory';
export type { IssuedBill } from './issued-bill';
export { HttpCaller, type Answer } from './http-caller';
export { STAFF_PASSWORD, type StaffName } from './staff';
export { TEST_START } from './test-clock';
export { TestDatabase } from './test-database';
export { type TestTariff } from './tariffs';
export { DOCUMENTED_LISTS, DOCUMENTED_OPERATIONS } from './documented-operations';
