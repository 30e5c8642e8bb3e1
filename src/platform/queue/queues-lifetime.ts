import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Queues } from './queues';

/** Closes queues and workers when the process stops: jobs in hand are finished first. */
@Injectable()
export class QueuesLifetime implements OnApplicationShutdown {
  constructor(private readonly queues: Queues) {}

  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
  }
}
