import type { KeyboardEvent } from 'react';

/** Where the focus goes in a list of `length` rows; null where the key is not ours. */
export function rowAfter(key: string, present: number, length: number): number | null {
  if (length === 0) return null;
  if (key === 'ArrowDown') return Math.min(present + 1, length - 1);
  if (key === 'ArrowUp') return Math.max(present - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  return null;
}

/** Arrows walk the links marked `data-row`; slash goes to the search field; enter is the link's own. */
export function listKeys(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  if (target.matches('input, select, textarea')) {
    if (event.key !== 'ArrowDown' || !target.matches('input[type=search]')) return;
  }
  if (event.key === '/') {
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>('input[type=search]')?.focus();
    return;
  }
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const next = rowAfter(event.key, rows.indexOf(target), rows.length);
  if (next === null) return;
  event.preventDefault();
  rows[next]?.focus();
}
