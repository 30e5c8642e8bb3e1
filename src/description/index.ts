/** How a person, living or dead, is described: the words that a family and a forensic team share. Pure. */
export * from './calendar';
export * from './canonical-json';
export * from './country';
export * from './dna-consent';
export * from './edtf-date';
export * from './mark';
export * from './person';
export * from './place';
export * from './range';
export * from './tooth';
