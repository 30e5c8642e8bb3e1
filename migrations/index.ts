import { Roles1763800000000 } from './1763800000000-roles';
import { OutboxAndKeys1763800100000 } from './1763800100000-outbox-and-keys';
import { AuditTrail1763800200000 } from './1763800200000-audit-trail';
import { OrganisationsAndUsers1763800300000 } from './1763800300000-organisations-and-users';
import { Families1763801000000 } from './1763801000000-families';
import { ForensicRemains1763801100000 } from './1763801100000-forensic-remains';
import { Incidents1763801200000 } from './1763801200000-incidents';
import { Cases1763801300000 } from './1763801300000-cases';
import { Matching1763801400000 } from './1763801400000-matching';
import { DuplicateKeys1763801410000 } from './1763801410000-duplicate-keys';
import { Identification1763801500000 } from './1763801500000-identification';
import { Imports1763801600000 } from './1763801600000-imports';
import { Inbox1763801700000 } from './1763801700000-inbox';
import { DnaProfiles1763801800000 } from './1763801800000-dna-profiles';
import { DatabaseCluster1764001000000 } from './1764001000000-database-cluster';
import { ReasonsAndDnaConsent1764001100000 } from './1764001100000-reasons-and-dna-consent';
import { DueDates1764001200000 } from './1764001200000-due-dates';
import { ThirdSpecialistRelease1764001300000 } from './1764001300000-third-specialist-release';
import { LinkedCases1764001400000 } from './1764001400000-linked-cases';
import { PresumptionsReversed1764001500000 } from './1764001500000-presumptions-reversed';
import { Corrections1764001600000 } from './1764001600000-corrections';
import { DnaRecords1764004000000 } from './1764004000000-dna-records';
import { Kinship1764004100000 } from './1764004100000-kinship';
import { IncidentMentions1764005000000 } from './1764005000000-incident-mentions';

/** Every migration, in order. One that has landed is never edited. */
export const migrations = [
  Roles1763800000000,
  OutboxAndKeys1763800100000,
  AuditTrail1763800200000,
  OrganisationsAndUsers1763800300000,
  Families1763801000000,
  ForensicRemains1763801100000,
  Incidents1763801200000,
  Cases1763801300000,
  Matching1763801400000,
  DuplicateKeys1763801410000,
  Identification1763801500000,
  Imports1763801600000,
  Inbox1763801700000,
  DnaProfiles1763801800000,
  DatabaseCluster1764001000000,
  ReasonsAndDnaConsent1764001100000,
  DueDates1764001200000,
  ThirdSpecialistRelease1764001300000,
  LinkedCases1764001400000,
  PresumptionsReversed1764001500000,
  Corrections1764001600000,
  DnaRecords1764004000000,
  Kinship1764004100000,
  IncidentMentions1764005000000,
];
