/** Files to drafts: pure reading, no store. */
export * from './kinds';
export * from './read-drafts';
export {
  reasonLanguages,
  reasonText,
  rejectCodes,
  type ReasonLanguage,
  type ReasonParameters,
  type RejectCode,
} from './reasons';
export { writeRejects, type Reject } from './reject';
export { readTable, type TableColumns, type TableEvent, type TableOptions, type TableRow } from './table';
export { alpha3Of, writeList, writeMark, writeRange, writeTooth, type ConsentPurpose } from './cells';
