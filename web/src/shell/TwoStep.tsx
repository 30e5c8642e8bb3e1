import { Button, Textarea } from '@mantine/core';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from './Failure';

interface Props {
  /** The act, as the words of its button: "Sign", "Release the record". */
  readonly act: string;
  /** Who will see what, and what cannot be undone: one sentence each. */
  readonly consequences: readonly string[];
  readonly reason?: 'asked' | 'optional' | 'none';
  readonly variant?: 'filled' | 'default';
  readonly disabled?: boolean;
  /** A choice among the children that is still to be made. */
  readonly lacksSomething?: boolean;
  readonly children?: ReactNode;
  readonly onAct: (reason: string) => Promise<unknown>;
}

/** A far-reaching act in two steps: what follows from it is read first, then it is done. */
export function TwoStep({
  act,
  consequences,
  reason = 'none',
  variant = 'default',
  disabled,
  lacksSomething = false,
  children,
  onAct,
}: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [isActing, setActing] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const summary = useRef<HTMLDivElement>(null);
  const heading = useId();
  const lacksReason = reason === 'asked' && words.trim() === '';

  if (!isOpen)
    return (
      <Button
        variant={variant}
        disabled={disabled}
        onClick={() => {
          setOpen(true);
          requestAnimationFrame(() => summary.current?.focus());
        }}
      >
        {act}
      </Button>
    );

  const run = async () => {
    setActing(true);
    setFault(null);
    try {
      await onAct(words.trim());
      setOpen(false);
      setWords('');
    } catch (refusal) {
      setFault(refusal);
    } finally {
      setActing(false);
    }
  };
  return (
    <div className="two-step" role="group" aria-labelledby={heading} tabIndex={-1} ref={summary}>
      <h3 id={heading}>{t('two-step.before', { act })}</h3>
      <ul>
        {consequences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="stack">
        {children}
        {reason !== 'none' && (
          <Textarea
            label={t(reason === 'asked' ? 'two-step.reason' : 'two-step.reason-optional')}
            autosize
            minRows={2}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        <Failure fault={fault} />
        <div className="row">
          <Button onClick={() => void run()} loading={isActing} disabled={lacksReason || lacksSomething}>
            {act}
          </Button>
          <Button variant="default" onClick={() => setOpen(false)}>
            {t('act.go-back')}
          </Button>
        </div>
      </div>
    </div>
  );
}
