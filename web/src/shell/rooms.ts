import type { Agency, Method, Role, Session } from '../api/session';

interface Rule {
  readonly to: string;
  readonly key: string;
  readonly for: 'everyone' | readonly Role[];
  /** Kinds of organisation whose work is done there; left out where all do it. */
  readonly at?: readonly Agency[];
  /** Open to whoever is qualified for this, whatever their role. */
  readonly method?: Method;
}

/** The rooms of the house, in the order of the navigation, with the roles and organisations whose work is done there. */
export const rooms = [
  { to: '/', key: 'room.home', for: 'everyone' },
  { to: '/cases', key: 'room.cases', for: ['contact_point_officer', 'coordinator'], at: ['family'] },
  { to: '/remains', key: 'room.remains', for: ['forensic_officer', 'coordinator'], at: ['forensic'] },
  {
    to: '/proposals',
    key: 'room.proposals',
    for: ['contact_point_officer', 'forensic_officer', 'coordinator'],
    at: ['family', 'forensic'],
  },
  { to: '/laboratory', key: 'room.laboratory', for: [], at: ['family', 'forensic'], method: 'dna' },
  { to: '/consulate', key: 'room.consulate', for: ['consular_officer'], at: ['consulate'] },
  { to: '/incidents', key: 'room.incidents', for: ['contact_point_officer', 'forensic_officer', 'coordinator'] },
  { to: '/uploads', key: 'room.uploads', for: ['contact_point_officer', 'forensic_officer', 'coordinator'] },
  { to: '/inbox', key: 'room.inbox', for: 'everyone' },
  { to: '/directory', key: 'room.directory', for: 'everyone' },
  { to: '/coverage', key: 'room.coverage', for: ['auditor', 'coordinator'] },
  { to: '/administration', key: 'room.administration', for: ['administrator'] },
] as const satisfies readonly Rule[];

export type Room = (typeof rooms)[number];
/** Somebody as navigation knows them. */
export interface Visitor {
  readonly roles: readonly Role[];
  readonly agency: Agency;
  readonly methods?: readonly Method[];
}
export const visitorOf = ({ user, organisation, qualifications }: Session): Visitor => ({
  roles: user.roles,
  agency: organisation.agency,
  methods: qualifications.map(({ method }) => method),
});

/** Navigation shows where somebody's work is; what they may see there the API decides. */
export const roomsFor = ({ roles, agency, methods = [] }: Visitor): readonly Room[] =>
  rooms.filter((room: Rule) => {
    const isForRole = room.for === 'everyone' || room.for.some((role) => roles.includes(role));
    const isQualified = room.method !== undefined && methods.includes(room.method);
    return (isForRole || isQualified) && (room.at === undefined || room.at.includes(agency));
  });

export const hasRoom = (visitor: Visitor, to: Room['to']): boolean => roomsFor(visitor).some((room) => room.to === to);
