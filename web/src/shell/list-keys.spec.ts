import { rowAfter } from './list-keys';

describe('a list walked by keyboard', () => {
  it.each([
    ['ArrowDown', -1, 3, 0],
    ['ArrowDown', 2, 3, 2],
    ['ArrowUp', 0, 3, 0],
    ['ArrowUp', 2, 3, 1],
    ['End', 0, 3, 2],
    ['Home', 2, 3, 0],
    ['a', 0, 3, null],
    ['ArrowDown', 0, 0, null],
  ])('%s from row %i of %i', (key, present, length, next) => expect(rowAfter(key, present, length)).toBe(next));
});
