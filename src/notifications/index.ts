/** Tells people that something waits for them, and never what: kinds and ids, to those only who may know. */
export { type InboxKind, inboxKinds } from './inbox.dto';
export { NotificationsModule } from './notifications.module';
export { NOTIFICATIONS_QUEUE } from './proposal.listeners';
