import { useTranslation } from 'react-i18next';

const steps = ['weak', 'moderate', 'strong', 'very-strong'];

/** The verbal grade, with as many filled marks as steps of the scale: read as one phrase, seen without colour. */
export function Strength({ grade }: { grade: string }) {
  const { t } = useTranslation();
  const filled = steps.indexOf(grade) + 1;
  return (
    <span className="strength">
      <span className="strength-marks" aria-hidden="true">
        {steps.map((step, at) => (
          <span key={step} className={at < filled ? 'filled' : undefined} />
        ))}
      </span>
      <strong>{t([`grade.${grade}`, 'grade.other'])}</strong>
    </span>
  );
}
