/** How Cairn runs, and no word of the field. Modules import from here, nothing deeper. */
export * from './actor';
export { Config, ConfigError } from './config/config';
export { type ClusterFacts, type ClusterVerdict, verdictOn } from './database/cluster';
export { connectionOf } from './database/connection';
export { Database, type Tx } from './database/database';
export { findAbove } from './embedded/binaries';
export { exitWithParent, openDatabase, type OpenedDatabase } from './embedded';
export { openDataSource } from './database/data-source';
export { migrate, pendingMigrations, revertLast } from './database/migrate';
export {
  DomainError,
  type ErrorKind,
  type Fault,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  VersionRequiredError,
} from './errors/domain-error';
export { faultsOf, ProblemFilter } from './errors/problem.filter';
export { decodeCursor, encodeCursor, IfMatch, pageQuery, requireVersion } from './http/versions';
export {
  defineEvent,
  defineRoutes,
  type EventDefinition,
  type EventIds,
  publish,
  type Routes,
  routesInForce,
} from './outbox/events';
export { groupBy } from './group-by';
export { HealthController } from './health/health.controller';
export { type DeadLetter, deadLetters, replayDeadLetters } from './outbox/dead-letters';
export { type EventListener, type Heard, Hears } from './outbox/listener';
export { Inbox } from './outbox/inbox';
export { OutboxRelay } from './outbox/relay';
export { PlatformModule, type PlatformResources } from './platform.module';
export { Queues } from './queue/queues';
export { Turns } from './turns';
export { KeyRing } from './secrets/key-ring';
export { SealBrokenError } from './secrets/seal';
export { type SealedPlace, Secrets } from './secrets/secrets';
