import { Global, Module } from '@nestjs/common';
import { DomainEvents } from './domain-events';
import { OutboxCleanup } from './outbox-cleanup';
import { OutboxDispatcher } from './outbox-dispatcher';

@Global()
@Module({
  providers: [DomainEvents, OutboxCleanup, OutboxDispatcher],
  exports: [DomainEvents, OutboxDispatcher],
})
export class EventsModule {}
