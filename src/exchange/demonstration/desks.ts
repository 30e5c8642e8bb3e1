import type { Agency, Role } from '../../platform';

/** A demonstration organisation and its desk. Its name says that it is fictitious. */
export interface DemonstrationDesk {
  /** Null for an organisation without a desk. */
  readonly code: string | null;
  readonly name: string;
  readonly country: string;
  readonly agency: Agency;
  readonly languages: readonly string[];
  readonly countries: readonly string[];
  readonly routes: readonly string[];
  readonly places: string;
}

export interface DemonstrationUser {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language: 'en' | 'fr' | 'es' | 'ar';
  readonly desk: string;
  /** May sign by these methods. */
  readonly methods?: readonly ('reconciliation' | 'dental' | 'dna')[];
}

const atlantic = 'Western Africa / Atlantic route to the Canary Islands';
const none = { languages: [], countries: [], routes: [], places: '' };
const family = (code: string, name: string, country: string, rest: Partial<DemonstrationDesk>): DemonstrationDesk => ({
  ...none,
  code,
  name: `${name} (demonstration)`,
  country,
  agency: 'family',
  ...rest,
});
const forensic = (
  code: string,
  name: string,
  country: string,
  routes: readonly string[],
  places: string,
): DemonstrationDesk => ({
  ...none,
  code,
  name: `${name} (demonstration)`,
  country,
  agency: 'forensic',
  routes,
  places,
});
const consulate = (code: string, name: string, country: string): DemonstrationDesk => ({
  ...{ ...none, code, name: `${name} (demonstration)`, country, agency: 'consulate' },
});

export const NETWORK = 'Cairn network (demonstration)';

export const demonstrationDesks: readonly DemonstrationDesk[] = [
  { ...none, code: null, name: NETWORK, country: 'CHE', agency: 'network' },
  family('DEMO-SEN', 'Search desk Dakar', 'SEN', {
    languages: ['fr', 'wo'],
    countries: ['MLI', 'GMB', 'GIN'],
    routes: [atlantic],
  }),
  family('DEMO-TUN', 'Families’ desk Tunis', 'TUN', { languages: ['ar', 'fr'], routes: ['Central Mediterranean'] }),
  family('DEMO-HORN', 'Horn of Africa diaspora desk Stockholm', 'SWE', {
    languages: ['ti', 'am', 'ar', 'sv', 'en'],
    countries: ['ERI', 'ETH', 'SDN'],
    routes: ['Central Mediterranean', 'Sahara Desert crossing', 'Eastern Mediterranean'],
  }),
  family('DEMO-ITA', 'Families’ desk Palermo', 'ITA', {
    languages: ['it', 'fr', 'ar'],
    routes: ['Central Mediterranean'],
  }),
  family('DEMO-HND', 'Families’ committee El Progreso', 'HND', {
    languages: ['es'],
    routes: ['US-Mexico border crossing'],
  }),
  family('DEMO-BGD', 'Search desk Cox’s Bazar', 'BGD', {
    languages: ['bn'],
    countries: ['MMR'],
    routes: ['Bay of Bengal/Andaman Sea'],
  }),
  forensic(
    'DEMO-LES',
    'Forensic service Lesvos',
    'GRC',
    ['Eastern Mediterranean'],
    'Lesvos, northern Aegean, Peloponnese',
  ),
  forensic(
    'DEMO-LAM',
    'Forensic unit Lampedusa and Sicily',
    'ITA',
    ['Central Mediterranean'],
    'Lampedusa, Agrigento, Catania',
  ),
  forensic('DEMO-CAN', 'Forensic institute Canary Islands', 'ESP', [atlantic], 'Las Palmas, El Hierro, Tenerife'),
  forensic(
    'DEMO-TEX',
    'Medical examiner South Texas',
    'USA',
    ['US-Mexico border crossing'],
    'Brooks and Webb counties',
  ),
  forensic('DEMO-AGZ', 'Forensic team Agadez', 'NER', ['Sahara Desert crossing'], 'Agadez, Séguédine, Dirkou'),
  forensic('DEMO-ACE', 'Forensic team Aceh', 'IDN', ['Bay of Bengal/Andaman Sea'], 'East Aceh'),
  consulate('DEMO-CSEN', 'Consulate of Senegal in Rome', 'SEN'),
  consulate('DEMO-CETH', 'Consulate of Ethiopia in Athens', 'ETH'),
];

const all = ['reconciliation', 'dental', 'dna'] as const;

export const demonstrationUsers: readonly DemonstrationUser[] = [
  user('administrator', 'Ada Administrator', ['administrator'], 'en', NETWORK),
  user('auditor', 'Otto Auditor', ['auditor'], 'en', NETWORK),
  user('officer.dakar', 'Khady Officer', ['contact_point_officer'], 'fr', 'DEMO-SEN'),
  { ...user('specialist.dakar', 'Cheikh Specialist', ['coordinator'], 'fr', 'DEMO-SEN'), methods: all },
  user('officer.tunis', 'Rim Officer', ['contact_point_officer'], 'ar', 'DEMO-TUN'),
  user('officer.stockholm', 'Selam Officer', ['contact_point_officer'], 'en', 'DEMO-HORN'),
  { ...user('specialist.stockholm', 'Dawit Specialist', ['coordinator'], 'en', 'DEMO-HORN'), methods: all },
  user('officer.palermo', 'Giulia Officer', ['contact_point_officer'], 'fr', 'DEMO-ITA'),
  user('officer.elprogreso', 'Rosa Officer', ['contact_point_officer'], 'es', 'DEMO-HND'),
  user('officer.coxsbazar', 'Salma Officer', ['contact_point_officer'], 'en', 'DEMO-BGD'),
  { ...user('forensic.lesvos', 'Eleni Forensic', ['forensic_officer'], 'en', 'DEMO-LES'), methods: all },
  { ...user('forensic.lampedusa', 'Marco Forensic', ['forensic_officer'], 'en', 'DEMO-LAM'), methods: all },
  user('coordinator.lampedusa', 'Chiara Coordinator', ['coordinator'], 'en', 'DEMO-LAM'),
  { ...user('forensic.canarias', 'Lucía Forensic', ['forensic_officer'], 'es', 'DEMO-CAN'), methods: all },
  user('forensic.texas', 'Grace Forensic', ['forensic_officer'], 'en', 'DEMO-TEX'),
  user('forensic.agadez', 'Issa Forensic', ['forensic_officer'], 'fr', 'DEMO-AGZ'),
  user('forensic.aceh', 'Putri Forensic', ['forensic_officer'], 'en', 'DEMO-ACE'),
  user('consul.senegal', 'Ndeye Consul', ['consular_officer'], 'fr', 'DEMO-CSEN'),
  user('consul.ethiopia', 'Hanna Consul', ['consular_officer'], 'en', 'DEMO-CETH'),
];

function user(
  mailbox: string,
  name: string,
  roles: readonly Role[],
  language: DemonstrationUser['language'],
  desk: string,
): DemonstrationUser {
  return { email: `${mailbox}@cairn.example`, name: `${name} (demonstration)`, roles, language, desk };
}
