import { Global, Module } from '@nestjs/common';
import { DomainEvents } from './domain-events';
import { OutboxDispatcher } from './outbox-dispatcher';

@Global()
@Module({ providers: [DomainEvents, OutboxDispatcher], exports: [DomainEvents, OutboxDispatcher] })
export class EventsModule {}
