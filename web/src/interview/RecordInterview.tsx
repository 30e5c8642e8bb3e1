import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/request';
import { BothVersions } from '../saving/BothVersions';
import { differingFields } from '../saving/differences';
import { SavingLine } from '../saving/SavingLine';
import { useAutosave } from '../saving/useAutosave';
import { Page } from '../shell/Page';
import { useRefusalWords } from '../words/useRefusalWords';
import { useValueWords } from '../words/useValueWords';
import type { RecordValues, Step } from './fields';
import { Interview } from './Interview';

/** What goes with a record and is no field of it: its reference, who asks, where the remains lie. */
export interface Enveloped {
  readonly reference: string;
}
export interface Held<Envelope> {
  readonly record: RecordValues;
  readonly envelope: Envelope;
}
/** What the pages around the steps are drawn from. */
export interface Standing<Envelope> extends Held<Envelope> {
  /** Null before the record exists. */
  readonly version: number | null;
  readonly isFinished: boolean;
  readonly refusals: Readonly<Record<string, string>>;
  readonly change: (next: Partial<Envelope>) => void;
  /** The record is no draft any more: it is compared from now on. */
  readonly finish: () => void;
}

interface Props<Envelope> {
  readonly start: Held<Envelope> & { readonly version: number | null; readonly isFinished: boolean };
  readonly save: (version: number | null, held: Held<Envelope>, draft: boolean) => Promise<{ version: number }>;
  /** The body's name for the record, which refusals carry before the name of the field. */
  readonly within: 'anteMortem' | 'postMortem';
  readonly words: 'family-step' | 'examination-step';
  readonly steps: readonly Step[];
  readonly answers: readonly string[];
  readonly referenceWords: { readonly label: string; readonly hint: string };
  readonly head: (standing: Standing<Envelope>) => {
    title: ReactNode;
    windowTitle: string;
    under: ReactNode;
    acts?: ReactNode;
  };
  readonly further: (standing: Standing<Envelope>) => readonly { readonly name: string; readonly page: ReactNode }[];
  readonly step: string | undefined;
  /** `isNew` is over once the first entry is kept. */
  readonly onAddress: (next: { step: string } | { isNew: false }) => void;
  readonly onReload: (() => void) | undefined;
}

/** A record that is taken down in an interview, of whichever side: saved while it is typed, never over somebody else's change. */
export function RecordInterview<Envelope extends Enveloped>({
  start,
  save,
  within,
  words,
  steps,
  answers,
  referenceWords,
  head,
  further,
  step,
  onAddress,
  onReload,
}: Props<Envelope>) {
  const { t } = useTranslation();
  const sayValue = useValueWords();
  const refusalWords = useRefusalWords();
  const [record, setRecord] = useState(start.record);
  const [envelope, setEnvelope] = useState(start.envelope);
  const isDraft = useRef(!start.isFinished);
  const [isFinished, setFinished] = useState(start.isFinished);
  const now = useRef({ record, envelope });
  now.current = { record, envelope };

  const { saving, tell, typed } = useAutosave(
    { version: start.version, savedAt: null },
    async (version) => {
      const kept = await save(version, now.current, isDraft.current);
      setFinished(!isDraft.current);
      if (version === null) onAddress({ isNew: false });
      return kept;
    },
    t('saving.leave'),
  );
  const refusals = useMemo(
    () => (saving.fault instanceof Refused ? refusalWords(saving.fault.problem, within) : {}),
    [saving.fault, refusalWords, within],
  );
  const standing: Standing<Envelope> = {
    ...{ record, envelope, version: saving.version, isFinished, refusals },
    change: (next) => {
      setEnvelope({ ...envelope, ...next });
      typed();
    },
    finish: () => {
      isDraft.current = false;
      typed();
    },
  };
  const theirs = saving.current as ({ readonly version: number } & Readonly<Record<string, unknown>>) | undefined;
  const theirRecord = (theirs?.[within] ?? {}) as RecordValues;
  const fields = steps.flatMap((one) => one.fields);
  return (
    <Page {...head(standing)}>
      <SavingLine saving={saving} />
      {saving.phase === 'stale' && (
        <BothVersions
          differences={differingFields(record, theirRecord).map((name) => {
            const field = fields.find((one) => one.name === name);
            const say = (of: RecordValues) => (field ? sayValue(field, of[name]) : '') || t('word.nothing');
            return { name: t(`field.${name}`), theirs: say(theirRecord), ours: say(record) };
          })}
          onKeepOurs={() => tell({ is: 'go-on-from', version: theirs?.version ?? saving.version ?? 0 })}
          onTakeTheirs={() => onReload?.()}
        />
      )}
      <Interview
        steps={steps}
        words={words}
        answers={answers}
        record={record}
        onRecord={(next) => {
          setRecord(next);
          typed();
        }}
        refusals={refusals}
        step={step}
        onStep={(name) => onAddress({ step: name })}
        opening={
          <label className="question" style={{ display: 'block' }}>
            <span className="legend">{referenceWords.label}</span>
            <span className="quiet small" style={{ display: 'block' }}>
              {referenceWords.hint}
            </span>
            <input
              className="field-box"
              dir="ltr"
              value={envelope.reference}
              onChange={(event) => standing.change({ reference: event.currentTarget.value } as Partial<Envelope>)}
            />
            {refusals.reference && <span className="fault">{refusals.reference}</span>}
          </label>
        }
        further={further(standing)}
      />
    </Page>
  );
}
