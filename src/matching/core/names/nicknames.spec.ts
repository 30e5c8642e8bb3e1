import { compileName, nicknameRelation } from '.';

const relation = (a: string, b: string) => nicknameRelation(compileName(a)[0]!.names, compileName(b)[0]!.names);

describe('nicknames', () => {
  it.each([
    ['Bill', 'William', 'short form'],
    ['William', 'Bob', 'none'],
    ['Paco', 'Francisco', 'short form'],
    ['Саша', 'Александр', 'short form'],
    ['Sasha', 'Александра', 'short form'],
    ['John', 'Иван', 'full forms'],
    ['Yusuf', 'Joseph', 'full forms'],
    ['Will', 'Bill', 'two short forms'],
    ['Quxar', 'William', 'none'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(relation(a, b)).toBe(expected);
    expect(relation(b, a)).toBe(expected);
  });
});
