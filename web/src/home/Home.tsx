import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCases } from '../api/cases';
import { useIdentifications } from '../api/identifications';
import { useInbox } from '../api/inbox';
import { useProposals } from '../api/proposals';
import { newId } from '../api/request';
import { useSession } from '../api/session';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Card, Page } from '../shell/Page';
import { Code, Name } from '../shell/Text';
import { hasRoom, type Room } from '../shell/rooms';
import { groups, whatWaits, type Waiting } from './waiting';

/** Home answers one question: what waits for me? */
export function Home() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: session } = useSession();
  const roles = session?.user.roles ?? [];
  const is = (...any: string[]) => roles.some((role) => any.includes(role));
  const sees = (to: Room['to']) =>
    session !== undefined && session !== null && hasRoom({ roles, agency: session.organisation.agency }, to);
  const seesCases = sees('/cases');
  const seesProposals = sees('/proposals');
  const due = useCases({ mine: 'true', due: 'today' }, seesCases);
  const late = useCases({ mine: 'true', due: 'overdue' }, seesCases);
  const proposals = useProposals({ waiting: 'me' }, seesProposals);
  const identifications = useIdentifications({ waiting: 'me' }, seesProposals);
  const inbox = useInbox();
  const all = [inbox, ...(seesCases ? [due, late] : []), ...(seesProposals ? [proposals, identifications] : [])];
  const fault = all.find((one) => one.isError)?.error;
  const isPending = all.some((one) => one.isPending);

  const cases = [...new Map([...late.items, ...due.items].map((item) => [item.id, item])).values()];
  const waits = whatWaits(
    { cases, proposals: proposals.items, identifications: identifications.items, inbox: inbox.items },
    new Date().toISOString().slice(0, 10),
  );
  const isEmpty = groups.every((group) => waits[group].length === 0);

  return (
    <Page
      title={t('home.title')}
      windowTitle={t('room.home')}
      under={format.day(new Date().toISOString())}
      acts={
        <>
          {is('contact_point_officer') && (
            <Button component={Link} to={`/family-reports/${newId()}?new=1`}>
              {t('home.new-report')}
            </Button>
          )}
          {is('forensic_officer') && (
            <Button component={Link} to={`/remains/${newId()}/examination?new=1`}>
              {t('home.new-remains')}
            </Button>
          )}
          {is('consular_officer') && (
            <Button component={Link} to="/consulate">
              {t('room.consulate')}
            </Button>
          )}
          {is('auditor') && (
            <Button component={Link} to="/coverage">
              {t('room.coverage')}
            </Button>
          )}
          {is('administrator') && (
            <Button component={Link} to="/administration" variant="default">
              {t('room.administration')}
            </Button>
          )}
        </>
      }
    >
      <Failure fault={fault} act={() => all.forEach((one) => void one.refetch())} />
      {isPending && !fault && <Fetching what={t('fetching.home')} />}
      {!isPending && !fault && isEmpty && (
        <Card>
          <p className="empty">{t('home.empty')}</p>
        </Card>
      )}
      {groups.map(
        (group) =>
          waits[group].length > 0 && (
            <Card key={group} title={t(`home.${group}`)}>
              <ul className="rows">
                {waits[group].map((one) => (
                  <Row key={one.key} one={one} />
                ))}
              </ul>
            </Card>
          ),
      )}
    </Page>
  );
}

function Row({ one }: { one: Waiting }) {
  const { t } = useTranslation();
  const format = useFormat();
  const what =
    one.what === 'inbox' ? t([`inbox-kind.${one.inboxKind}`, 'inbox-kind.other']) : t(`home.what.${one.what}`);
  return (
    <li>
      <div>
        <div className="what">
          {one.name ? <Name>{one.name}</Name> : what} {one.reference && <Code>{one.reference}</Code>}
        </div>
        <div className="facts">
          {one.name && <span>{what}</span>}
          {one.owner && (
            <span>
              {t('home.owner')} <Name>{one.owner}</Name>
            </span>
          )}
          {one.waitingFor && (
            <span>{t('home.waiting-for', { who: t([`waiting-for.${one.waitingFor}`, 'waiting-for.other']) })}</span>
          )}
          {one.ageDays !== null && <span>{format.age(one.ageDays)}</span>}
          {one.dueOn && (
            <span className={one.group === 'overdue' ? 'badge attention' : undefined}>
              {t('home.due', { day: format.day(one.dueOn) })}
            </span>
          )}
        </div>
      </div>
      <Button component={Link} to={one.to} variant="default">
        {t(`home.act.${one.what}`)}
      </Button>
    </li>
  );
}
