/** Shipwrecks, vehicles, deserts: the events in which people died or went missing, and the IOM register of them. */
export { incidentIdOf } from './core/incident-id';
export { incidentRecord, type IncidentRecord } from './core/incident-record';
export { IncidentView } from './incidents.dto';
export { IncidentsModule } from './incidents.module';
export { type ImportCounts, IncidentsService } from './incidents.service';
