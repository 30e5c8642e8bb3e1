import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Part } from '../api/proposals';
import { useFormat } from '../i18n/format';
import { type Chance, chanceOf, chancesOf } from './chances';

function useSayChance() {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    (chance: Chance): string =>
      'count' in chance ? t(`chance.${chance.how}`, { count: format.number(chance.count) }) : t(`chance.${chance.how}`),
    [format, t],
  );
}

/** A probability in words: "about 76 in 100", "1 in 350". */
export function useChanceWords(): (probability: number) => string {
  const say = useSayChance();
  return useCallback((probability) => say(chanceOf(probability)), [say]);
}

/** Both probabilities of what was found, in sentences; where only their ratio is known, the bound that it gives. */
export function Sayings({ part, isShort }: { part: Part; isShort?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSayChance();
  const { ifSame, ifOther, atMost } = chancesOf(part);
  const bound =
    atMost &&
    t(atMost.of === 'others' ? 'evidence.others-agree' : 'evidence.same-disagrees', {
      count: format.number(atMost.oneIn),
    });
  if (isShort) return <>{bound ?? t('evidence.says-little')}</>;
  return (
    <>
      {ifSame && <p>{t('evidence.if-same', { chance: say(ifSame) })}</p>}
      {ifOther && <p>{t('evidence.if-other', { chance: say(ifOther) })}</p>}
      <p>{bound ?? t('evidence.says-little')}</p>
    </>
  );
}
