import { differingFields } from './differences';

describe('two versions of a record', () => {
  it('differ where a value differs, not where keys stand in another order', () =>
    expect(differingFields({ a: { x: 1, y: 2 }, b: 1 }, { b: 2, a: { y: 2, x: 1 } })).toEqual(['b']));
  it('differ where one says nothing', () => expect(differingFields({ a: 1 }, { c: [1] })).toEqual(['a', 'c']));
});
