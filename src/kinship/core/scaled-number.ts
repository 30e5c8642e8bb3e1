/** A likelihood as mantissa x 2^exponent: exact scaling, so that many typed persons cannot underflow. */
export interface Scaled {
  readonly mantissa: number;
  readonly exponent: number;
}

export const ZERO: Scaled = { mantissa: 0, exponent: 0 };

export function times(one: Scaled, other: Scaled): Scaled {
  return scaled(one.mantissa * other.mantissa, one.exponent + other.exponent);
}

/** Brings the mantissa back towards 1 where it has wandered off. */
export function scaled(mantissa: number, exponent = 0): Scaled {
  if (mantissa === 0 || (mantissa > 1e-100 && mantissa < 1e100)) return { mantissa, exponent };
  const shift = Math.round(Math.log2(mantissa));
  return { mantissa: shiftedBy(mantissa, -shift), exponent: exponent + shift };
}

/** Natural logarithm; minus infinity for 0. */
export function ln({ mantissa, exponent }: Scaled): number {
  return Math.log(mantissa) + exponent * Math.LN2;
}

/** As a plain number; smaller than 1e-308 becomes 0, which only a display should ask for. */
export function plain({ mantissa, exponent }: Scaled): number {
  return exponent === 0 ? mantissa : shiftedBy(mantissa, exponent);
}

/** one / other; NaN where both are 0. */
export function ratio(one: Scaled, other: Scaled): Scaled {
  return { mantissa: one.mantissa / other.mantissa, exponent: one.exponent - other.exponent };
}

/** x times 2^shift in steps that do not overflow on the way. */
function shiftedBy(x: number, shift: number): number {
  let rest = shift;
  let value = x;
  while (rest !== 0 && value !== 0 && Number.isFinite(value)) {
    const step = Math.max(-1000, Math.min(1000, rest));
    value *= Math.pow(2, step);
    rest -= step;
  }
  return value;
}
