import { Global, Module } from '@nestjs/common';
import { Letterhead } from './letterhead';

@Global()
@Module({ providers: [Letterhead], exports: [Letterhead] })
export class LetterheadModule {}
