import type { Role } from '../api/session';

/** The rooms of the house, in the order of the navigation, with the roles whose work is done there. */
export const rooms = [
  { to: '/', key: 'room.home', for: 'everyone' },
  { to: '/cases', key: 'room.cases', for: ['contact_point_officer', 'coordinator'] },
  { to: '/remains', key: 'room.remains', for: ['forensic_officer', 'coordinator'] },
  { to: '/proposals', key: 'room.proposals', for: ['contact_point_officer', 'forensic_officer', 'coordinator'] },
  { to: '/consulate', key: 'room.consulate', for: ['consular_officer'] },
  { to: '/incidents', key: 'room.incidents', for: ['contact_point_officer', 'forensic_officer', 'coordinator'] },
  { to: '/uploads', key: 'room.uploads', for: ['contact_point_officer', 'forensic_officer'] },
  { to: '/inbox', key: 'room.inbox', for: 'everyone' },
  { to: '/directory', key: 'room.directory', for: 'everyone' },
  { to: '/coverage', key: 'room.coverage', for: ['auditor', 'coordinator'] },
  { to: '/administration', key: 'room.administration', for: ['administrator'] },
] as const satisfies readonly { to: string; key: string; for: 'everyone' | readonly Role[] }[];

export type Room = (typeof rooms)[number];

/** Navigation shows where somebody's work is; what they may see there the API decides. */
export const roomsFor = (roles: readonly Role[]): readonly Room[] =>
  rooms.filter((room) => room.for === 'everyone' || (room.for as readonly Role[]).some((role) => roles.includes(role)));
