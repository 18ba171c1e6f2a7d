export { DomainEvents, type DomainEventMap } from './domain-events';
export { EventsModule } from './events.module';
export { NO_REQUEST, writeOutbox, type KeptTopics, type OutboxTopics } from './outbox';
export { OutboxDispatcher, type OutboxEvent } from './outbox-dispatcher';
