import { type Actor, type Agency, type Role, systemActor } from '../../platform';
import { isAllowed, policies, type PolicyName } from './policies';

const actor = (agency: Agency, ...roles: Role[]): Actor => ({ ...systemActor('test'), isSystem: false, agency, roles });
const names = Object.keys(policies) as PolicyName[];

describe('a policy', () => {
  it('allows nothing to somebody without a role', () => {
    for (const name of names) expect(isAllowed(actor('family'), name)).toBe(false);
  });

  it('keeps a consulate from reports, remains, proposals and identifications whatever roles it holds', () => {
    const everyRole = actor(
      'consulate',
      'contact_point_officer',
      'forensic_officer',
      'coordinator',
      'consular_officer',
    );
    const closed = names.filter((name) => /^(reports|remains|cases|proposals|identification)\./.test(name));
    expect(closed.length).toBeGreaterThan(8);
    for (const name of closed) expect(isAllowed(everyRole, name)).toBe(false);
  });

  it('keeps a forensic team from family reports, and a family desk from remains', () => {
    expect(isAllowed(actor('forensic', 'contact_point_officer', 'forensic_officer'), 'reports.read')).toBe(false);
    expect(isAllowed(actor('family', 'contact_point_officer', 'forensic_officer'), 'remains.read')).toBe(false);
  });

  it('gives an administrator no case', () => {
    for (const agency of ['family', 'forensic', 'consulate', 'network'] as const)
      for (const name of ['reports.read', 'remains.read', 'cases.read', 'proposals.read', 'consulate.read'] as const)
        expect(isAllowed(actor(agency, 'administrator'), name)).toBe(false);
  });
});
