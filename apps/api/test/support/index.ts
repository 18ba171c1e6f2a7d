export { testApp, TestApp, type TestAppOptions } from './test-app';
export type { TestBank, TestCustomer, TestRegion } from './factory';
export type { IssuedBill } from './issued-bill';
export { HttpCaller, type Answer } from './http-caller';
export { STAFF, STAFF_PASSWORD, type StaffName } from './staff';
export { TestClock, TEST_START } from './test-clock';
export { TestDatabase } from './test-database';
export { TEST_TARIFFS, type TestTariff } from './tariffs';
