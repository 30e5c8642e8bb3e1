/** What a cell may hold, one file a form. Each reads a trimmed cell that is not empty and never throws. */
export * from './consent';
export * from './country';
export * from './date';
export * from './fingerprints';
export * from './language';
export * from './list';
export * from './mark';
export * from './pair';
export * from './phone';
export * from './quantity';
export * from './reading';
export * from './text';
export * from './tooth';
