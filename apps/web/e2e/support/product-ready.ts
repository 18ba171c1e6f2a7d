import { productReady, START_MILLISECONDS } from './product';

beforeAll(productReady, START_MILLISECONDS);
