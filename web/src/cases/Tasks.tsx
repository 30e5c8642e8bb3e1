import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { saveTask, type CaseRecord, type Task } from '../api/cases';
import { newId } from '../api/request';
import { useColleagues, useSession } from '../api/session';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Section } from '../shell/Page';
import { Name } from '../shell/Text';

export function Tasks({ record, onDone }: { record: CaseRecord; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: session } = useSession();
  const colleagues = useColleagues();
  const [id, setId] = useState(newId);
  const [fault, setFault] = useState<unknown>(null);
  const form = useForm({ defaultValues: { what: '', dueOn: '', assigneeId: '' } });
  const attempt = async (act: () => Promise<unknown>) => {
    setFault(null);
    try {
      await act();
      await onDone();
    } catch (refusal) {
      setFault(refusal);
    }
  };
  const finish = (task: Task) =>
    attempt(() =>
      saveTask(
        record.id,
        task.id,
        { what: task.what, dueOn: task.dueOn, assigneeId: task.assignee?.id ?? null, isDone: true },
        task.version,
      ),
    );
  const open = record.tasks.filter((task) => !task.isDone);
  const done = record.tasks.filter((task) => task.isDone);
  return (
    <Section title={t('tasks.title')} open={open.length > 0}>
      {open.length === 0 && <p className="empty">{t('tasks.empty')}</p>}
      <ul className="rows">
        {open.map((task) => (
          <li key={task.id}>
            <div>
              <div className="what">
                <bdi>{task.what}</bdi>
              </div>
              <div className="facts">
                {task.assignee && <Name>{task.assignee.name}</Name>}
                <span className={task.isOverdue ? 'badge attention' : undefined}>
                  {t('home.due', { day: format.day(task.dueOn) })}
                </span>
              </div>
            </div>
            <Button variant="default" onClick={() => void finish(task)}>
              {t('tasks.done')}
            </Button>
          </li>
        ))}
        {done.map((task) => (
          <li key={task.id} className="quiet">
            <span>
              {t('tasks.was-done')} <bdi>{task.what}</bdi>
            </span>
          </li>
        ))}
      </ul>
      <form
        className="row row-end"
        noValidate
        onSubmit={form.handleSubmit(({ what, dueOn, assigneeId }) =>
          attempt(async () => {
            await saveTask(record.id, id, {
              what,
              dueOn,
              assigneeId: assigneeId || (session?.user.id ?? null),
              isDone: false,
            });
            setId(newId());
            form.reset();
          }),
        )}
      >
        <TextInput
          className="grow"
          label={t('tasks.what')}
          dir="auto"
          error={form.formState.errors.what && t('form.asked')}
          {...form.register('what', { required: true })}
        />
        <TextInput
          label={t('tasks.due')}
          type="date"
          error={form.formState.errors.dueOn && t('form.asked')}
          {...form.register('dueOn', { required: true })}
        />
        <NativeSelect
          label={t('tasks.who')}
          data={[
            { value: '', label: t('tasks.me') },
            ...(colleagues.data?.items ?? [])
              .filter(({ id: one }) => one !== session?.user.id)
              .map(({ id: value, name }) => ({ value, label: name })),
          ]}
          {...form.register('assigneeId')}
        />
        <Button type="submit" variant="default">
          {t('act.add')}
        </Button>
      </form>
      <Failure fault={fault} />
    </Section>
  );
}
