/** What people said of two cases. */
export interface PairDecision {
  readonly a: string;
  readonly b: string;
  readonly decision: 'same_person' | 'different_persons';
}

/**
 * The other cases that are about the same person as this one, by what people linked: through other cases too, since one
 * person's cases are all each other's. A case that was told apart from any of them is not among them, whatever leads to it.
 */
export function onePersonWith(caseId: string, decisions: readonly PairDecision[]): string[] {
  const others = (id: string, decision: PairDecision['decision']): string[] =>
    decisions.flatMap((pair) => {
      if (pair.decision !== decision || (pair.a !== id && pair.b !== id)) return [];
      return [pair.a === id ? pair.b : pair.a];
    });
  const found = [caseId];
  // From near to far, so that what was linked to the case itself goes before what is reached through others.
  for (let at = 0; at < found.length; at++)
    for (const next of others(found[at]!, 'same_person').sort()) {
      const isToldApart = others(next, 'different_persons').some((other) => found.includes(other));
      if (!found.includes(next) && !isToldApart) found.push(next);
    }
  return found.slice(1);
}
