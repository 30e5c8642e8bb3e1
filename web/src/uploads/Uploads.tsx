import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importKinds, sendFile, type ImportResult } from '../api/inbox';
import { oneOf } from '../api/request';
import { useSession } from '../api/session';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Card, Facts, Page } from '../shell/Page';
import { Code } from '../shell/Text';
import { TwoStep } from '../shell/TwoStep';
import { rejectsCsv } from './rejects-csv';

/** A spreadsheet is looked through first; only then is it taken, and what is refused is told by line and column. */
export function Uploads() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [kind, setKind] = useState<(typeof importKinds)[number]>(
    session?.organisation.agency === 'forensic' ? 'remains' : 'family-reports',
  );
  const [file, setFile] = useState<File | null>(null);
  const [allOrNothing, setAllOrNothing] = useState(false);
  const [ignoreUnknownColumns, setIgnoreUnknownColumns] = useState(false);
  const [preview, setPreview] = useState<ImportResult | null>(null);
  const [taken, setTaken] = useState<ImportResult | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [isReading, setReading] = useState(false);

  const send = (dryRun: boolean) => {
    if (!file) throw new Error('no file');
    return sendFile(file, {
      kind,
      contactPointId: session?.contactPoint?.id,
      dryRun,
      allOrNothing,
      ignoreUnknownColumns,
    });
  };
  const forget = () => {
    setPreview(null);
    setTaken(null);
    setFault(null);
  };
  const look = async () => {
    setReading(true);
    forget();
    try {
      setPreview(await send(true));
    } catch (refusal) {
      setFault(refusal);
    } finally {
      setReading(false);
    }
  };
  return (
    <Page title={t('room.uploads')} windowTitle={t('room.uploads')}>
      <Card>
        <div className="stack">
          <p>{t('uploads.words')}</p>
          <label>
            <span style={{ display: 'block', fontWeight: 500 }}>{t('uploads.kind')}</span>
            <select
              className="field-box"
              value={kind}
              onChange={(event) => {
                setKind(oneOf(importKinds, event.currentTarget.value) ?? kind);
                forget();
              }}
            >
              {importKinds.map((one) => (
                <option key={one} value={one}>
                  {t(`uploads.kind.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span style={{ display: 'block', fontWeight: 500 }}>{t('uploads.file')}</span>
            <input
              type="file"
              className="field-box"
              style={{ inlineSize: '100%' }}
              accept=".csv,.tsv,.txt,.xlsx,.xml,.fam"
              onChange={(event) => {
                setFile(event.currentTarget.files?.[0] ?? null);
                forget();
              }}
            />
          </label>
          <Checkbox
            label={t('uploads.all-or-nothing')}
            checked={allOrNothing}
            onChange={(event) => setAllOrNothing(event.currentTarget.checked)}
          />
          <Checkbox
            label={t('uploads.ignore-columns')}
            checked={ignoreUnknownColumns}
            onChange={(event) => setIgnoreUnknownColumns(event.currentTarget.checked)}
          />
          <div>
            <Button disabled={!file} loading={isReading} onClick={() => void look()}>
              {t('uploads.look')}
            </Button>
          </div>
          <Failure fault={fault} />
        </div>
      </Card>
      {preview && !taken && (
        <Card title={t('uploads.preview')}>
          <Outcome result={preview} />
          <TwoStep
            variant="filled"
            act={t('uploads.take')}
            disabled={preview.created + preview.updated === 0 || (allOrNothing && preview.rejected > 0)}
            consequences={[t('uploads.take-1'), t('uploads.take-2'), t('uploads.take-3')]}
            onAct={async () => setTaken(await send(false))}
          />
        </Card>
      )}
      {taken && (
        <Card title={t('uploads.taken')}>
          <Outcome result={taken} />
        </Card>
      )}
    </Page>
  );
}

function Outcome({ result }: { result: ImportResult }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const download = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([rejectsCsv(result.rejects)], { type: 'text/csv;charset=utf-8' }));
    link.download = 'rejects.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <>
      <Facts
        of={(['read', 'created', 'updated', 'unchanged', 'rejected'] as const).map(
          (name) => [t(`uploads.${name}`), number(result[name])] as const,
        )}
      />
      {result.rejects.length > 0 && (
        <>
          <h3>{t('uploads.rejects')}</h3>
          <div className="table-box">
            <table className="plain-table folds">
              <thead>
                <tr>
                  <th scope="col" className="number">
                    {t('uploads.line')}
                  </th>
                  <th scope="col">{t('uploads.column')}</th>
                  <th scope="col">{t('uploads.reason')}</th>
                </tr>
              </thead>
              <tbody>
                {result.rejects.slice(0, 200).map((reject, index) => (
                  <tr key={index}>
                    <td className="number" data-label={t('uploads.line')}>
                      {number(reject.line)}
                    </td>
                    <td data-label={t('uploads.column')}>
                      <Code>{reject.column}</Code>
                    </td>
                    <td data-label={t('uploads.reason')}>
                      <bdi>{reject.reason}</bdi>{' '}
                      <span className="quiet small">
                        <Code>{reject.code}</Code>
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p>
            <Button variant="default" onClick={download}>
              {t('uploads.download')}
            </Button>
          </p>
        </>
      )}
    </>
  );
}
