import { roomsFor, type Visitor } from './rooms';

const keysFor = (agency: Visitor['agency'], ...roles: Visitor['roles']) =>
  roomsFor({ agency, roles }).map((room) => room.key);

describe('navigation', () => {
  it('shows a consular officer the list of nationals, and neither cases, remains nor proposals', () => {
    expect(keysFor('consulate', 'consular_officer')).toEqual([
      'room.home',
      'room.consulate',
      'room.inbox',
      'room.directory',
    ]);
  });
  it('shows a forensic officer no family cases', () =>
    expect(keysFor('forensic', 'forensic_officer')).not.toContain('room.cases'));
  it('shows a coordinator the side of their own organisation only', () => {
    expect(keysFor('forensic', 'coordinator')).toContain('room.remains');
    expect(keysFor('forensic', 'coordinator')).not.toContain('room.cases');
    expect(keysFor('family', 'coordinator')).toContain('room.cases');
    expect(keysFor('family', 'coordinator')).not.toContain('room.remains');
  });
  it('shows an administrator no file of any person', () =>
    expect(keysFor('network', 'administrator')).toEqual([
      'room.home',
      'room.inbox',
      'room.directory',
      'room.administration',
    ]));
  it('shows the laboratory to those qualified for DNA alone', () => {
    expect(keysFor('family', 'contact_point_officer')).not.toContain('room.laboratory');
    const qualified = roomsFor({ agency: 'family', roles: ['contact_point_officer'], methods: ['dna'] });
    expect(qualified.map((room) => room.key)).toContain('room.laboratory');
  });
  it('joins the rooms of two roles without repeating', () => {
    const both = keysFor('family', 'contact_point_officer', 'coordinator');
    expect(new Set(both).size).toBe(both.length);
  });
});
