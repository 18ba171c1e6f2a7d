export { AddressLimit, PersonLimit } from './coarse-limits';
export { ThrottleModule } from './throttle.module';
