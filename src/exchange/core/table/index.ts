export { foldColumn, type TableColumns } from './columns';
export { maximumCellCharacters } from './csv';
export { readTable, separatorOf, type TableEvent, type TableOptions, type TableRow } from './table';
