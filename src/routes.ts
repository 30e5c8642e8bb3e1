import { defineRoutes } from './platform';

/** Who hears what: event -> queues. The asynchronous wiring of the whole system on one page. */
export const routes = defineRoutes({});
