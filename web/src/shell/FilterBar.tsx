import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** One search field (slash leads to it) and the filters beside it. */
export function FilterBar({
  q,
  onSearch,
  label,
  children,
}: {
  q: string | undefined;
  onSearch: (q: string | undefined) => void;
  label: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(q ?? '');
  return (
    <form
      role="search"
      className="row row-end"
      style={{ marginBlockEnd: 16 }}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim() || undefined);
      }}
    >
      <label className="grow">
        <span className="small quiet">{label}</span>
        <input
          type="search"
          className="language"
          style={{ inlineSize: '100%', maxInlineSize: 'none', display: 'block' }}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      {children}
      <Button type="submit" variant="default">
        {t('act.search')}
      </Button>
    </form>
  );
}

export function Select<V extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: V | undefined;
  options: readonly (readonly [V, string])[];
  onChange: (value: V | undefined) => void;
}) {
  const { t } = useTranslation();
  return (
    <label>
      <span className="small quiet">{label}</span>
      <select
        className="language"
        style={{ display: 'block', maxInlineSize: '100%' }}
        value={value ?? ''}
        onChange={(event) => onChange((event.currentTarget.value || undefined) as V | undefined)}
      >
        <option value="">{t('filter.any')}</option>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The end of a list: more when there is more, asked for by a button, so that nothing jumps. */
export function More({
  pages,
}: {
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  const { t } = useTranslation();
  if (!pages.hasNextPage) return null;
  return (
    <p style={{ marginBlockStart: 16 }}>
      <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {t('act.more')}
      </Button>
    </p>
  );
}
