/** The desks: family contact points, forensic teams' offices, consulates. */
export { ContactPointsModule } from './contact-points.module';
export { type ContactPointView, type DeskKind, deskKinds } from './contact-points.dto';
export { ContactPointsService } from './contact-points.service';
