import { Module } from '@nestjs/common';
import { Collectors } from './collectors.service';

@Module({ providers: [Collectors], exports: [Collectors] })
export class CollectorsModule {}
