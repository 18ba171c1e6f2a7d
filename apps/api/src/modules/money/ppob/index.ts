export { PpobModule } from './ppob.module';
export { ppob } from './ppob.parts';
