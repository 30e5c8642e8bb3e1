import { useSyncExternalStore } from 'react';

/**
 * Field mode is for bright sun, gloves and old phones: high contrast, larger targets, digits typed on a keypad, nothing
 * that needs hovering. It belongs to the device and is kept there; the style sheet does the rest by the attribute.
 */
const KEPT = 'cairn.field';
const heard = new Set<() => void>();

export const isFieldMode = (): boolean => document.documentElement.dataset.field === 'on';

export function setFieldMode(on: boolean): void {
  if (on) document.documentElement.dataset.field = 'on';
  else delete document.documentElement.dataset.field;
  localStorage.setItem(KEPT, on ? 'on' : 'off');
  for (const tell of heard) tell();
}

/** As it was left on this device; before the first thing is drawn. */
export function startFieldMode(): void {
  if (localStorage.getItem(KEPT) === 'on') document.documentElement.dataset.field = 'on';
}

export const useFieldMode = (): boolean =>
  useSyncExternalStore((tell) => {
    heard.add(tell);
    return () => heard.delete(tell);
  }, isFieldMode);
