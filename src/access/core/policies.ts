import type { Actor, Agency, Role } from '../../platform';

/** What a policy asks of an actor. Which of the records it may then touch is decided by each module from its own facts. */
interface Rule {
  readonly roles: readonly Role[];
  /** Kinds of organisation; left out where any may. */
  readonly agencies?: readonly Agency[];
}

const everyone: readonly Role[] = [
  'contact_point_officer',
  'forensic_officer',
  'consular_officer',
  'coordinator',
  'administrator',
  'auditor',
];
const familyDesk: Rule = { roles: ['contact_point_officer', 'coordinator'], agencies: ['family'] };
const forensicTeam: Rule = { roles: ['forensic_officer', 'coordinator'], agencies: ['forensic'] };
const bothSides: Rule = {
  roles: ['contact_point_officer', 'forensic_officer', 'coordinator'],
  agencies: ['family', 'forensic'],
};

/** Who may do what, on one page. Every route names one of these; a route that names none is refused at start. */
export const policies = {
  'session.own': { roles: everyone },
  'users.manage': { roles: ['administrator'] },
  'organisations.manage': { roles: ['administrator'] },
  'contact-points.read': { roles: everyone },
  'contact-points.manage': { roles: ['administrator'] },
  'incidents.read': { roles: everyone },
  'incidents.import': { roles: ['coordinator', 'administrator'] },
  'reports.read': familyDesk,
  'reports.write': familyDesk,
  'remains.read': forensicTeam,
  'remains.write': forensicTeam,
  'cases.read': familyDesk,
  'cases.write': familyDesk,
  'consulate.read': { roles: ['consular_officer'], agencies: ['consulate'] },
  'proposals.read': bothSides,
  'proposals.review': familyDesk,
  'proposals.release': forensicTeam,
  'identification.read': bothSides,
  'identification.work': bothSides,
  'identification.sign': bothSides,
  'identification.decide': forensicTeam,
  'identification.tell': familyDesk,
  'kinship.record': bothSides,
  'kinship.read': bothSides,
  'kinship.frequencies': bothSides,
  'kinship.sign': bothSides,
  'inbox.read': { roles: everyone },
  'exchange.import': { roles: ['contact_point_officer', 'forensic_officer', 'coordinator', 'administrator'] },
  'coverage.read': { roles: ['coordinator', 'auditor', 'administrator'] },
  'queues.manage': { roles: ['administrator'] },
  'audit.verify': { roles: ['auditor'] },
} as const satisfies Record<string, Rule>;

export type PolicyName = keyof typeof policies;

/** Whether the actor's role and organisation allow the act at all. The system and an embedded desk's operator may act on their own account. */
export function isAllowed(actor: Actor, name: PolicyName): boolean {
  if (actor.isSystem) return true;
  const rule: Rule = policies[name];
  if (!rule.roles.some((role) => actor.roles.includes(role))) return false;
  return rule.agencies === undefined || (actor.agency !== null && rule.agencies.includes(actor.agency));
}
