import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFamilyReport } from '../api/families';
import { attest, nameThird, releaseToThird, sign, type Identification, type Signature } from '../api/identifications';
import { newId } from '../api/request';
import { useSession } from '../api/session';
import { useFormat } from '../i18n/format';
import { PickSpecialist } from '../proposals/PickSpecialist';
import { Failure } from '../shell/Failure';
import { Card } from '../shell/Page';
import { Adding } from '../shell/QuickForm';
import { Name } from '../shell/Text';
import { TwoStep } from '../shell/TwoStep';
import type { Part } from './part';
import { Signing } from './Signing';

/** Each signs before seeing the other's conclusion; what one may not see yet is not in the list. */
export function Signatures({ it, signatures, onDone }: Part & { signatures: readonly Signature[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: session } = useSession();
  return (
    <Card title={t('signatures.title')}>
      <p>{t('signatures.words')}</p>
      {signatures.length === 0 && <p className="empty">{t('signatures.hidden')}</p>}
      <ul className="rows">
        {signatures.map((one) => (
          <li key={one.id} className={one.isCurrent ? undefined : 'quiet'}>
            <div>
              <div className="what">
                {t(`seat.${one.seat}`)}: <Name>{one.by.name}</Name>
              </div>
              <div className="facts">
                <Name>{one.by.organisation}</Name>
                <span>
                  {t(`method.${one.method}`)}, <bdi>{one.mandate}</bdi>
                </span>
                <span>{format.time(one.at)}</span>
                <span className="badge on">{t(`conclusion.${one.conclusion}`)}</span>
                {!one.isCurrent && <span>{t('signatures.of-earlier')}</span>}
              </div>
              <bdi>{one.statement}</bdi>
            </div>
          </li>
        ))}
      </ul>
      {it.isThirdNeeded && <p className="notice attention">{t('third.needed')}</p>}
      {it.next.includes('third-specialist') && <Third it={it} onDone={onDone} />}
      {it.specialists?.third && it.isThirdReleased === false && <p className="notice">{t('third.waits')}</p>}
      {it.next.includes('third-release') && it.specialists?.third && (
        <ThirdRelease it={it} third={it.specialists.third} onDone={onDone} />
      )}
      {it.next.includes('signatures') && (
        <Signing
          qualifications={session?.qualifications ?? []}
          onSign={async (body) => {
            await sign(it.id, newId(), it.version, body);
            await onDone();
          }}
        />
      )}
    </Card>
  );
}

function Third({ it, onDone }: Part) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [userId, setUserId] = useState('');
  return (
    <TwoStep
      act={t('third.name')}
      lacksSomething={userId === ''}
      consequences={[t('third.1'), t('third.2')]}
      onAct={async () => {
        await nameThird(it.id, userId);
        await onDone();
      }}
    >
      <PickSpecialist
        label={t('seat.third')}
        country={session?.organisation.country}
        chosen={userId}
        without={[it.specialists?.family.id ?? '', it.specialists?.custodian.id ?? '']}
        onChoose={setUserId}
      />
    </TwoStep>
  );
}

/** The custodian opens both files to the third, as it did to the first two. */
function ThirdRelease({ it, third, onDone }: Part & { third: { readonly id: string; readonly name: string } }) {
  const { t } = useTranslation();
  return (
    <TwoStep
      act={t('third.release', { name: third.name })}
      reason="asked"
      consequences={[t('third.release-1'), t('third.release-2')]}
      onAct={async (reason) => {
        await releaseToThird(it.id, newId(), { userId: third.id, reason });
        await onDone();
      }}
    />
  );
}

type Attested = NonNullable<Identification['attestations']>;

/** The desk that knows the family says that the file is what the family told. It says nothing about who it is. */
export function Attestations({ it, attestations, onDone }: Part & { attestations: Attested }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayAttest = it.next.includes('attestations');
  const report = useFamilyReport(it.case.id, mayAttest);
  return (
    <Card title={t('attestation.title')}>
      <p>{t('attestation.words')}</p>
      <ul className="rows">
        {attestations.map((one) => (
          <li key={one.id}>
            <div>
              <div className="what">
                <Name>{one.by.name}</Name>
              </div>
              <div className="facts">
                <span>{format.time(one.at)}</span>
                <span>{t('attestation.of-version', { version: format.number(one.reportVersion) })}</span>
              </div>
              {one.statement && <bdi>{one.statement}</bdi>}
            </div>
          </li>
        ))}
      </ul>
      <Failure fault={mayAttest ? report.error : null} />
      {mayAttest && report.data && (
        <Adding
          label={t('attestation.act')}
          act={t('attestation.act')}
          entries={[{ name: 'statement', label: t('attestation.statement'), as: 'words', needed: true }]}
          onSend={async ({ statement = '' }) => {
            await attest(it.id, newId(), { reportVersion: report.data.version, statement });
            await onDone();
          }}
        />
      )}
    </Card>
  );
}
