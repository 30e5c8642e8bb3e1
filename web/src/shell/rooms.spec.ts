import { roomsFor } from './rooms';

const keysFor = (...roles: Parameters<typeof roomsFor>[0]) => roomsFor(roles).map((room) => room.key);

describe('navigation', () => {
  it('shows a consular officer the list of nationals, and neither cases, remains nor proposals', () => {
    expect(keysFor('consular_officer')).toEqual(['room.home', 'room.consulate', 'room.inbox', 'room.directory']);
  });
  it('shows a forensic officer no family cases', () => expect(keysFor('forensic_officer')).not.toContain('room.cases'));
  it('shows an administrator no file of any person', () =>
    expect(keysFor('administrator')).toEqual(['room.home', 'room.inbox', 'room.directory', 'room.administration']));
  it('joins the rooms of two roles without repeating', () => {
    const both = keysFor('contact_point_officer', 'coordinator');
    expect(new Set(both).size).toBe(both.length);
  });
});
