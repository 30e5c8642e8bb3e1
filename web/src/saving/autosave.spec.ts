import { after, isUnsaved, maySend, untouched, type Happened, type Saving } from './autosave';

const run = (start: Saving, ...happened: Happened[]): Saving => happened.reduce(after, start);
const at = '2026-11-22T10:00:00Z';

describe('saving while typing', () => {
  it('is settled once what was typed is kept, and goes on from the new version', () => {
    const saving = run(untouched(3), { is: 'typed' }, { is: 'sent' }, { is: 'kept', version: 4, at });
    expect(isUnsaved(saving)).toBe(false);
    expect(saving).toMatchObject({ version: 4, savedAt: at, phase: 'still' });
  });
  it('does not take for saved what was typed while the save was under way', () => {
    const saving = run(untouched(3), { is: 'typed' }, { is: 'sent' }, { is: 'typed' }, { is: 'kept', version: 4, at });
    expect(isUnsaved(saving)).toBe(true);
    expect(maySend(saving)).toBe(true);
  });
  it('sends one thing at a time', () =>
    expect(maySend(run(untouched(1), { is: 'typed' }, { is: 'sent' }, { is: 'typed' }))).toBe(false));
  it('keeps everything and may send again when the line was down', () => {
    const saving = run(untouched(1), { is: 'typed' }, { is: 'sent' }, { is: 'line-down' });
    expect(isUnsaved(saving)).toBe(true);
    expect(maySend(saving)).toBe(true);
    expect(saving.version).toBe(1);
  });
  it('stops at a disagreement until a person has seen both versions, then goes on from the newer number', () => {
    const stale = run(untouched(1), { is: 'typed' }, { is: 'sent' }, { is: 'stale', current: { version: 5 } });
    expect(maySend(stale)).toBe(false);
    expect(maySend(after(stale, { is: 'typed' }))).toBe(false);
    const goneOn = after(stale, { is: 'go-on-from', version: 5 });
    expect(maySend(goneOn)).toBe(true);
    expect(goneOn.version).toBe(5);
  });
  it('after a refusal sends again only when something else is typed', () => {
    const refused = run(untouched(1), { is: 'typed' }, { is: 'sent' }, { is: 'refused', fault: 'x' });
    expect(refused.phase).toBe('refused');
    expect(after(refused, { is: 'typed' }).phase).toBe('still');
  });
});
