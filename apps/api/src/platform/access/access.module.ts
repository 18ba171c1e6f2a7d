import { Global, Module } from '@nestjs/common';
import { Credentials } from './credentials';

/** Global because every module that knows how to authenticate somebody brings its strategy here. */
@Global()
@Module({ providers: [Credentials], exports: [Credentials] })
export class AccessModule {}
