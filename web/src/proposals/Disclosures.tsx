import { useTranslation } from 'react-i18next';
import { useProposalTimeline } from '../api/proposals';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Card } from '../shell/Page';
import { Name } from '../shell/Text';
import { Timeline } from '../shell/Timeline';

/** Who was shown what, on which ground, until when; and what each side did. */
export function Disclosures({ proposalId }: { proposalId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const timeline = useProposalTimeline(proposalId);
  if (timeline.isPending) return <Fetching />;
  if (timeline.isError) return <Failure fault={timeline.error} act={() => void timeline.refetch()} />;
  const { items, disclosures } = timeline.data;
  return (
    <div className="columns">
      <Card title={t('disclosure.title')}>
        {disclosures.length === 0 && <p className="empty">{t('disclosure.none')}</p>}
        <ul className="rows">
          {disclosures.map((one, index) => (
            <li key={index}>
              <div>
                <div className="what">{format.list(one.fields.map((f) => t([`shown.${f}`, 'shown.other'])))}</div>
                <div className="facts">
                  <span>
                    {t('disclosure.to')} <Name>{one.recipient}</Name>
                  </span>
                  <span>{t([`stage.${one.stage}`, 'stage.other'], { stage: one.stage })}</span>
                  <span>{t([`ground.${one.basis.split(':')[0]}`, 'ground.other'])}</span>
                  <span>{format.day(one.on)}</span>
                  <span>
                    {t(one.hasEnded ? 'disclosure.ended' : 'disclosure.until', { day: format.day(one.expiresOn) })}
                  </span>
                </div>
              </div>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('case.timeline')}>
        <Timeline entries={items} />
      </Card>
    </div>
  );
}
