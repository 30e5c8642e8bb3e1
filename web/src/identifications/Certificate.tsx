import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCertificate } from '../api/identifications';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Card, Facts } from '../shell/Page';
import { Code, Name } from '../shell/Text';

/** The identity as it may be printed and handed on: who answers for it, and no wording of either file. */
export function Certificate({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const certificate = useCertificate(id, isOpen);
  const it = certificate.data;
  return (
    <Card title={t('certificate.title')}>
      {!isOpen && (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('certificate.show')}
        </Button>
      )}
      {isOpen && certificate.isPending && <Fetching />}
      <Failure fault={certificate.error} act={() => void certificate.refetch()} />
      {it && (
        <>
          {it.state === 'reversed' && <p className="notice attention">{t('certificate.reversed')}</p>}
          <Facts
            of={[
              [
                t('certificate.person'),
                <span key="p">
                  {it.person.name && <Name>{it.person.name}</Name>} <Code>{it.person.caseReference}</Code>,{' '}
                  <Name>{it.person.contactPoint}</Name>, {format.country(it.person.country)}
                </span>,
              ],
              [
                t('certificate.remains'),
                <span key="r">
                  <Code>{it.remains.reference}</Code>, <Name>{it.remains.contactPoint}</Name>,{' '}
                  {format.country(it.remains.country)}
                </span>,
              ],
              [t('certificate.basis'), t(`basis-of.${it.basis}`)],
              [t('certificate.evidence'), format.list(it.evidence.map((kind) => t(`line-kind.${kind}`)))],
              ...it.signatures.map(
                (one) =>
                  [
                    t(`seat.${one.seat}`),
                    <span key={one.seat}>
                      <Name>{one.name}</Name>, <Name>{one.organisation}</Name>, {t(`method.${one.method}`)},{' '}
                      <bdi>{one.mandate}</bdi>, {format.time(one.signedAt)}
                    </span>,
                  ] as const,
              ),
              [
                t('attestation.title'),
                it.anteMortemAttestedBy.length > 0 && format.list(it.anteMortemAttestedBy.map(({ name }) => name)),
              ],
              [
                t('authority.authority'),
                <span key="a">
                  <bdi>{it.authority}</bdi>, <Code>{it.authorityReference}</Code>, {format.day(it.decidedOn)}
                </span>,
              ],
            ]}
          />
          <Button variant="default" onClick={() => window.print()}>
            {t('certificate.print')}
          </Button>
        </>
      )}
    </Card>
  );
}
