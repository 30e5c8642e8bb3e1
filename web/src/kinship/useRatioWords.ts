import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';

/** A likelihood ratio as people read it: 1.2 × 10^7, or 0. */
export function useRatioWords(): (log10LR: number | null) => string {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (log10LR) => {
    if (log10LR === null) return t('result.zero');
    if (Math.abs(log10LR) < 3) return number(10 ** log10LR, { maximumSignificantDigits: 3 });
    const exponent = Math.floor(log10LR);
    const digits = number(10 ** (log10LR - exponent), { maximumFractionDigits: 1, minimumFractionDigits: 1 });
    return `\u2066${digits} × 10${superscript(exponent)}\u2069`;
  };
}

const superscript = (value: number): string =>
  [...String(value)].map((sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)])).join('');
