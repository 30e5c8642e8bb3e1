import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Failure } from './Failure';

export interface Entry {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly as?: 'text' | 'words' | 'day' | 'email' | 'password' | 'select' | 'code';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly needed?: boolean;
  readonly start?: string;
}

interface Props {
  readonly entries: readonly Entry[];
  readonly act: string;
  readonly onSend: (values: Record<string, string>) => Promise<unknown>;
  readonly onGiveUp?: () => void;
}

/** A short form whose entries are all plain text, days or choices. */
export function QuickForm({ entries, act, onSend, onGiveUp }: Props) {
  const { t } = useTranslation();
  const [fault, setFault] = useState<unknown>(null);
  const form = useForm<Record<string, string>>({
    defaultValues: Object.fromEntries(entries.map((entry) => [entry.name, entry.start ?? ''])),
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={form.handleSubmit(async (values) => {
        setFault(null);
        try {
          await onSend(Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')));
        } catch (refusal) {
          setFault(refusal);
        }
      })}
    >
      {entries.map((entry) => {
        const shared = {
          label: entry.label,
          description: entry.hint,
          error: errors[entry.name] && t('form.asked'),
          ...form.register(entry.name, { required: entry.needed }),
        };
        if (entry.as === 'select')
          return (
            <NativeSelect key={entry.name} {...shared} data={[{ value: '', label: '–' }, ...(entry.options ?? [])]} />
          );
        if (entry.as === 'words') return <Textarea key={entry.name} {...shared} dir="auto" autosize minRows={2} />;
        const type =
          entry.as === 'day' ? 'date' : entry.as === 'email' ? 'email' : entry.as === 'password' ? 'password' : 'text';
        return (
          <TextInput
            key={entry.name}
            {...shared}
            type={type}
            dir={entry.as === 'text' || !entry.as ? 'auto' : 'ltr'}
            autoComplete={entry.as === 'password' ? 'new-password' : 'off'}
          />
        );
      })}
      <Failure fault={fault} />
      <div className="row">
        <Button type="submit" loading={isSubmitting}>
          {act}
        </Button>
        {onGiveUp && (
          <Button variant="default" onClick={onGiveUp}>
            {t('act.go-back')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** A button that opens a short form in its place. */
export function Adding({ label, ...form }: { label: string } & Omit<Props, 'onGiveUp'>) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {label}
      </Button>
    );
  return (
    <div className="card">
      <QuickForm
        {...form}
        onGiveUp={() => setOpen(false)}
        onSend={async (values) => {
          await form.onSend(values);
          setOpen(false);
        }}
      />
    </div>
  );
}
