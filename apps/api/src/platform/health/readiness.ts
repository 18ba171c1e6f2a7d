import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/** Once a shutdown begins the balancer must send new calls elsewhere while the running ones finish. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private leaving = false;

  get draining(): boolean {
    return this.leaving;
  }

  /** Not ready from now on, though everything is still served. */
  leave(): void {
    this.leaving = true;
  }

  beforeApplicationShutdown(): void {
    this.leave();
  }
}
