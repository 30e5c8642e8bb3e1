import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useInbox, useMarkRead } from '../api/inbox';
import { addressOf } from '../home/waiting';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { More } from '../shell/FilterBar';
import { Page } from '../shell/Page';

export function Inbox() {
  const { t } = useTranslation();
  const format = useFormat();
  const inbox = useInbox();
  const markRead = useMarkRead();
  return (
    <Page narrow title={t('room.inbox')} windowTitle={t('room.inbox')}>
      <Failure fault={inbox.error ?? markRead.error} act={() => void inbox.refetch()} />
      {inbox.isPending && <Fetching what={t('fetching.list')} />}
      {inbox.isSuccess && inbox.items.length === 0 && <p className="empty">{t('inbox.empty')}</p>}
      {inbox.items.length > 0 && (
        <div className="card">
          <ul className="rows">
            {inbox.items.map((line) => (
              <li key={line.id}>
                <div>
                  <div className={line.readAt === null ? 'what' : undefined}>
                    {t([`inbox-kind.${line.kind}`, 'inbox-kind.other'])}
                  </div>
                  <div className="facts">
                    <span>{format.time(line.at)}</span>
                    {line.readAt === null && <span className="badge on">{t('inbox.new')}</span>}
                  </div>
                </div>
                <div className="row">
                  <Button
                    component={Link}
                    to={addressOf(line)}
                    variant="default"
                    onClick={() => line.readAt === null && markRead.mutate(line.id)}
                  >
                    {t('act.open')}
                  </Button>
                  {line.readAt === null && (
                    <Button variant="subtle" onClick={() => markRead.mutate(line.id)}>
                      {t('inbox.mark-read')}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
      <More pages={inbox} />
    </Page>
  );
}
