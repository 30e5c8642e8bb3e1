import { useTranslation } from 'react-i18next';
import { useSpecialists } from '../api/session';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Name } from '../shell/Text';

interface Props {
  readonly label: string;
  readonly country: string | undefined;
  readonly chosen: string;
  /** Who may not be named, those already named for another part of the work say. */
  readonly without?: readonly string[];
  readonly onChoose: (id: string) => void;
}

/** One named specialist, by name, organisation and what they may sign by. */
export function PickSpecialist({ label, country, chosen, without = [], onChoose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const specialists = useSpecialists(country);
  const items = (specialists.data?.items ?? []).filter(({ id }) => !without.includes(id));
  return (
    <fieldset className="question" style={{ margin: 0 }}>
      <legend>{label}</legend>
      <Failure fault={specialists.error} act={() => void specialists.refetch()} />
      {specialists.isPending && <Fetching />}
      {specialists.isSuccess && items.length === 0 && <p className="notice">{t('specialists.none')}</p>}
      <div className="choices">
        {items.map((one) => (
          <button
            key={one.id}
            type="button"
            className="choice"
            aria-pressed={chosen === one.id}
            onClick={() => onChoose(one.id)}
          >
            <Name>{one.name}</Name>, <Name>{one.organisationName}</Name>
            {one.methods.length > 0 && ` (${format.list(one.methods.map((method) => t(`method.${method}`)))})`}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
