import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from './Failure';
import { Fetching } from './Fetching';
import { FilterBar, More } from './FilterBar';
import { listKeys } from './list-keys';

interface Column<Item> {
  readonly head: string;
  readonly isNumber?: boolean;
  readonly cell: (item: Item) => ReactNode;
}
interface Props<Item> {
  /** What the table is called by a screen reader. */
  readonly name: string;
  readonly searchLabel: string;
  readonly q: string | undefined;
  readonly onSearch: (q: string | undefined) => void;
  /** Beside the search field. */
  readonly filters: ReactNode;
  readonly list: {
    readonly items: readonly Item[];
    readonly error: unknown;
    readonly isPending: boolean;
    readonly isSuccess: boolean;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly refetch: () => unknown;
    readonly fetchNextPage: () => unknown;
  };
  readonly empty: string;
  /** The first is the row's own: it holds the link that is marked `data-row`. */
  readonly columns: readonly [Column<Item>, ...Column<Item>[]];
}

/** A list of records: filters above, a table that folds on a phone, arrows that walk it, slash that searches. */
export function RecordList<Item extends { readonly id: string }>({
  name,
  searchLabel,
  q,
  onSearch,
  filters,
  list,
  empty,
  columns,
}: Props<Item>) {
  const { t } = useTranslation();
  const [own, ...others] = columns;
  return (
    <div onKeyDown={listKeys}>
      <FilterBar label={searchLabel} q={q} onSearch={onSearch}>
        {filters}
      </FilterBar>
      <Failure fault={list.error} act={() => void list.refetch()} />
      {list.isPending && <Fetching what={t('fetching.list')} />}
      {list.isSuccess && list.items.length === 0 && <p className="empty">{empty}</p>}
      {list.items.length > 0 && (
        <div className="card table-box">
          <table className="plain-table folds">
            <caption className="sr">{name}</caption>
            <thead>
              <tr>
                {columns.map(({ head, isNumber }) => (
                  <th key={head} scope="col" className={isNumber ? 'number' : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.items.map((item) => (
                <tr key={item.id}>
                  <th scope="row">{own.cell(item)}</th>
                  {others.map(({ head, cell, isNumber }) => (
                    <td key={head} data-label={head} className={isNumber ? 'number' : undefined}>
                      {cell(item)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More pages={list} />
    </div>
  );
}

/** Only what is of the asker's own desk, or all. */
export function MineFilter({ value, onChange }: { value: string | undefined; onChange: (mine?: 'true') => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="choice"
      aria-pressed={value === 'true'}
      onClick={() => onChange(value === 'true' ? undefined : 'true')}
    >
      {t('cases.mine')}
    </button>
  );
}
