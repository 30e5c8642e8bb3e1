import { Injectable } from '@nestjs/common';
import type { ContactPointView } from '../../contact-points';
import { incidentIdOf, type IncidentRecord, IncidentsService } from '../../incidents';
import type { Actor, Tx } from '../../platform';
import type { DraftsByKind } from '../core';
import type { DraftStore, Placed, Written } from './store';

type Draft = DraftsByKind['incidents'];

@Injectable()
export class IncidentStore implements DraftStore<Draft> {
  constructor(private readonly incidents: IncidentsService) {}

  rowsOf(): number {
    return 1;
  }

  async write(
    tx: Tx,
    actor: Actor,
    _desk: ContactPointView | null,
    drafts: readonly Placed<Draft>[],
  ): Promise<Written[]> {
    const records = drafts.map(({ draft }) => recordOf(draft));
    const { createdIds, updatedIds } = await this.incidents.importIn(tx, actor, records);
    return records.map((record) => {
      const id = incidentIdOf(record);
      return { outcome: createdIds.has(id) ? 'created' : updatedIds.has(id) ? 'updated' : 'unchanged' };
    });
  }
}

/** The register's row as the incident module keeps it. A day that the register does not state stays open. */
function recordOf(draft: Draft): IncidentRecord {
  const { source, mainId, incidentId, ordinal, reportedOn } = draft;
  const cut = (text: string | null, maximum: number) => text?.trim().slice(0, maximum) || null;
  return {
    ...{ source, mainId: mainId.slice(0, 300), incidentId: incidentId.slice(0, 300), ordinal },
    reportedOn: reportedOn !== null && /^\d{4}-\d{2}-\d{2}$/.test(reportedOn) ? reportedOn : null,
    route: cut(draft.routes[0] ?? null, 200),
    region: cut(draft.region, 200),
    country: draft.country,
    location: cut(draft.location, 4000),
    latitude: draft.point?.latitude ?? null,
    longitude: draft.point?.longitude ?? null,
    ...{ dead: draft.dead, missing: draft.missing, survivors: draft.survivors },
    ...{ females: draft.females, males: draft.males, children: draft.children },
    cause: cut(draft.causeText ?? (draft.causes.join('; ') || null), 2000),
    origin: cut([...draft.countriesOfOrigin, ...draft.regionsOfOrigin.map(({ name }) => name)].join(', '), 500),
    sourceQuality: draft.sourceQuality,
    informationSource: cut(draft.informationSource, 2000),
    link: cut(draft.urls[0] ?? null, 4000),
  };
}
