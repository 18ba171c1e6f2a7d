import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/** Once a shutdown begins the balancer must send new calls elsewhere while the running ones finish. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  draining = false;

  beforeApplicationShutdown(): void {
    this.draining = true;
  }
}
