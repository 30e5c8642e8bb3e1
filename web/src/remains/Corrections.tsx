import { useTranslation } from 'react-i18next';
import { correctEntry, type RemainsRecord } from '../api/remains';
import { newId } from '../api/request';
import { useFormat } from '../i18n/format';
import { Adding, type Entry } from '../shell/QuickForm';
import { Name } from '../shell/Text';

type Sample = RemainsRecord['samples'][number];
type Handover = RemainsRecord['custody'][number];
interface Part {
  readonly it: RemainsRecord;
  readonly onDone: () => Promise<unknown>;
}

/** Puts a sample right, or strikes it where it is of another body. The label alone says which body it is of. */
export function CorrectSample({ it, sample, onDone }: Part & { readonly sample: Sample }) {
  const { t } = useTranslation();
  return (
    <Correcting
      kind="sample"
      entries={[
        { name: 'kind', label: t('samples.kind'), start: sample.kind },
        { name: 'label', label: t('samples.label'), as: 'code', start: sample.label },
        { name: 'takenOn', label: t('samples.taken-on'), as: 'day', start: sample.takenOn ?? '' },
        { name: 'site', label: t('samples.site'), start: sample.site ?? '' },
      ]}
      onCorrect={async (reason, said) => {
        const { kind = sample.kind, label = sample.label, takenOn = null, site = null } = said ?? {};
        await correctEntry(it.id, newId(), {
          ...{ kind: 'sample', corrects: sample.id, reason },
          replacement: said && { id: newId(), kind, label, takenOn, site },
        });
        await onDone();
      }}
    />
  );
}

export function CorrectHandover({ it, handover, onDone }: Part & { readonly handover: Handover }) {
  const { t } = useTranslation();
  return (
    <Correcting
      kind="custody"
      entries={[
        { name: 'from', label: t('custody.from'), start: handover.from ?? '' },
        { name: 'to', label: t('custody.to'), start: handover.to },
        { name: 'on', label: t('search-log.on'), as: 'day', start: handover.on },
        { name: 'place', label: t('custody.place'), start: handover.place ?? '' },
        { name: 'why', label: t('custody.reason'), start: handover.reason ?? '' },
        { name: 'seal', label: t('custody.seal'), as: 'code', start: handover.seal ?? '' },
      ]}
      onCorrect={async (reason, said) => {
        const { from = null, to = handover.to, on = handover.on, place = null, why = null, seal = null } = said ?? {};
        const { enteredLater } = handover;
        await correctEntry(it.id, newId(), {
          ...{ kind: 'custody', corrects: handover.id, reason },
          replacement: said && { id: newId(), from, to, on, place, reason: why, seal, enteredLater },
        });
        await onDone();
      }}
    />
  );
}

/** The entry as it should have been, or that nothing stands in its place; and why, always. */
function Correcting({
  kind,
  entries,
  onCorrect,
}: {
  readonly kind: 'sample' | 'custody';
  readonly entries: readonly Entry[];
  readonly onCorrect: (reason: string, said: Record<string, string | undefined> | null) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  return (
    <Adding
      label={t('correction.correct')}
      act={t('correction.act')}
      entries={[
        {
          ...{ name: 'how', label: t('correction.how'), as: 'select', needed: true, start: 'replaced' },
          options: ['replaced', 'struck'].map((value) => ({ value, label: t(`correction.${kind}-${value}`) })),
        },
        ...entries,
        {
          name: 'correctionReason',
          label: t('correction.reason'),
          hint: t('correction.hint'),
          as: 'words',
          needed: true,
        },
      ]}
      onSend={({ how, correctionReason = '', ...said }) => onCorrect(correctionReason, how === 'struck' ? null : said)}
    />
  );
}

/** What was struck, as it was entered, and why. */
export function Struck({ it, kind }: { readonly it: RemainsRecord; readonly kind: 'sample' | 'custody' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const struck = it.corrections.filter((one) => one.kind === kind);
  if (struck.length === 0) return null;
  return (
    <ul className="rows">
      {struck.map((one) => (
        <li key={one.id} className="quiet">
          <div>
            <s>
              {one.on && `${format.day(one.on)} `}
              <bdi>{one.what}</bdi>
            </s>
            <div className="facts">
              <span>
                {t('correction.struck')} <bdi>{one.reason}</bdi>
              </span>
              <Name>{one.by}</Name>
              <span>{format.time(one.at)}</span>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
