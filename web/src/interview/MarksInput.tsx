import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark } from '../../../src/description';
import { BodyMap } from '../drawings/BodyMap';
import { bodySites, markTypes, sides } from '../words/lists';
import type { InputProps } from './fields';

const anew: Mark = { type: 'scar', site: 'face' };

/** Choose a place on the figure or from the list, say what kind of mark it is, describe it in words. */
export function MarksInput({ value, onChange, label }: InputProps<readonly Mark[]>) {
  const { t } = useTranslation();
  const [drafted, setDrafted] = useState<Mark | null>(null);
  const kind = useRef<HTMLSelectElement>(null);
  const begin = (mark: Mark) => {
    setDrafted(mark);
    requestAnimationFrame(() => kind.current?.focus());
  };
  const select = <K extends 'type' | 'site' | 'side'>(name: K, options: readonly string[], words: string) =>
    drafted && (
      <label>
        <span className="small quiet">{t(`mark-part.${name}`)}</span>
        <select
          ref={name === 'type' ? kind : undefined}
          className="field-box"
          style={{ display: 'block' }}
          value={drafted[name] ?? ''}
          onChange={(event) => setDrafted({ ...drafted, [name]: event.currentTarget.value || undefined })}
        >
          {name === 'side' && <option value="">–</option>}
          {options.map((option) => (
            <option key={option} value={option}>
              {t(`${words}.${option}`)}
            </option>
          ))}
        </select>
      </label>
    );
  return (
    <div role="group" aria-label={label}>
      <p className="quiet">{t('marks.how')}</p>
      <BodyMap
        marks={value}
        onChoose={({ site, side }) => begin({ ...anew, site, ...(side === 'middle' ? {} : { side }) })}
      />
      <ul className="rows" aria-label={t('marks.list')}>
        {value.map((mark, index) => (
          <li key={index}>
            <span>
              <span className="what">
                {t(`mark.${mark.type}`)}, {t(`site.${mark.site}`)}
                {mark.side && ` (${t(`side.${mark.side}`)})`}
              </span>{' '}
              <bdi className="quiet">{mark.words}</bdi>
            </span>
            <button type="button" className="choice" onClick={() => onChange(value.filter((_, at) => at !== index))}>
              {t('act.remove')}
            </button>
          </li>
        ))}
      </ul>
      {drafted ? (
        <div className="card stack">
          <div className="row row-end">
            {select('type', markTypes, 'mark')}
            {select('site', bodySites, 'site')}
            {select('side', sides, 'side')}
          </div>
          <Textarea
            label={t('mark-part.words')}
            dir="auto"
            autosize
            minRows={2}
            value={drafted.words ?? ''}
            onChange={(event) => setDrafted({ ...drafted, words: event.currentTarget.value })}
          />
          <div className="row">
            <Button
              onClick={() => {
                const words = drafted.words?.trim();
                onChange([...value, { ...drafted, words: words || undefined }]);
                setDrafted(null);
              }}
            >
              {t('marks.add')}
            </Button>
            <Button variant="default" onClick={() => setDrafted(null)}>
              {t('act.go-back')}
            </Button>
          </div>
        </div>
      ) : (
        <Button variant="default" onClick={() => begin(anew)}>
          {t('marks.begin')}
        </Button>
      )}
    </div>
  );
}
