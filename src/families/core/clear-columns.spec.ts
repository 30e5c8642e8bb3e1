import type { AnteMortem } from './ante-mortem';
import { canonicalJson } from '../../description';
import { clearColumnsOf } from './clear-columns';
import { isOpenTo } from './record-access';
import { systemActor } from '../../platform';

describe('the band of years of birth', () => {
  it.each<[AnteMortem, number | null, number | null]>([
    [{ birthDate: '1996-04-11' }, 1995, 1999],
    [{ birthDate: '1994/2001' }, 1990, 2004],
    [{ birthDate: '../1994' }, null, 1994],
    [{ ageYears: { from: 30, to: 30 }, lastContactOn: '2024-03-01' }, 1990, 1994],
    [{ ageYears: { from: 30, to: null }, lastContactOn: '2024' }, null, 1994],
    [{ ageYears: { from: 30, to: 30 } }, null, null],
    [{}, null, null],
  ])('of %j is %s to %s', (am, birthYearFrom, birthYearTo) => {
    expect(clearColumnsOf(am)).toEqual({ sex: null, birthYearFrom, birthYearTo });
  });
});

describe('canonical JSON', () => {
  it('is the same for the same record, however its keys are ordered, and another for another', () => {
    expect(canonicalJson({ b: [1, { d: 2, c: undefined }], a: null })).toBe('{"a":null,"b":[1,{"d":2}]}');
    expect(canonicalJson({ a: ['1', '2'] })).not.toBe(canonicalJson({ a: ['2', '1'] }));
  });
});

describe('a report', () => {
  const report = { organisationId: 'ours' };
  const actor = { ...systemActor('x'), isSystem: false, organisationId: 'ours', agency: 'family' as const };
  it('is open to officers and coordinators of its organisation and to nobody else', () => {
    expect(isOpenTo({ ...actor, roles: ['contact_point_officer'] }, report)).toBe(true);
    expect(isOpenTo({ ...actor, roles: ['coordinator'] }, report)).toBe(true);
    expect(isOpenTo({ ...actor, roles: ['administrator', 'auditor'] }, report)).toBe(false);
    expect(isOpenTo({ ...actor, roles: ['coordinator'], organisationId: 'theirs' }, report)).toBe(false);
    expect(isOpenTo({ ...actor, roles: ['coordinator'], agency: 'forensic' }, report)).toBe(false);
  });
});
