import { Injectable } from '@nestjs/common';
import { audit } from '../../audit';
import { ContactPointsService } from '../../contact-points';
import { RemainsRecords } from '../../forensic-remains';
import { IncidentsService } from '../../incidents';
import { type Actor, Database, NotFoundError } from '../../platform';
import { defaultSettings } from '../core/settings';
import { profileOfRemains } from '../resident-index';
import { type ListedDesk, traceBack } from './core/tracing';
import type { TracingView } from './tracing.dto';

/** Kilometres and days around the recovery in which events of the register are read. */
const AROUND_KM = 500;
const AROUND_DAYS = 90;
const DAY_MS = 86_400_000;

/** For the team that holds remains nobody is known to have reported: where they may come from, and which desks to ask. */
@Injectable()
export class TracingService {
  constructor(
    private readonly database: Database,
    private readonly records: RemainsRecords,
    private readonly incidents: IncidentsService,
    private readonly contactPoints: ContactPointsService,
  ) {}

  async ofRemains(actor: Actor, id: string): Promise<TracingView> {
    const desks = await this.familyDesks(actor);
    return this.database.act(actor, async (tx) => {
      const [remains] = await this.records.remainsForMatching(tx, [id]);
      if (!remains || remains.organisationId !== actor.organisationId) throw new NotFoundError();
      const { postMortem } = remains;
      const profile = profileOfRemains(remains, defaultSettings);
      const { place, death } = profile;
      const near =
        place !== null && death !== null
          ? await this.incidents.near(tx, {
              ...{ latitude: place.point.latitude, longitude: place.point.longitude },
              km: AROUND_KM + place.point.accuracyKm,
              from: isoDay(death.earliest - AROUND_DAYS),
              to: isoDay(death.foundBy + AROUND_DAYS),
            })
          : [];
      const reference = postMortem.incidentReference?.trim();
      const named = reference ? [...(await this.incidents.byReferences(tx, [reference])).values()] : [];
      await audit(tx, actor, 'matching.traced-back', { subject: id, purpose: 'match_review' });
      const known = [...new Map([...named, ...near].map((one) => [one.id, one])).values()];
      const traced = traceBack(postMortem, profile, known, desks, defaultSettings);
      return {
        corridors: [...traced.corridors],
        origins: [...traced.origins],
        departure: traced.departure,
        desks: [...traced.desks],
      };
    });
  }

  private async familyDesks(actor: Actor): Promise<ListedDesk[]> {
    const desks: ListedDesk[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.contactPoints.list(actor, { limit: 100, cursor, kind: 'family' });
      desks.push(...page.items.filter(({ isOpen }) => isOpen));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return desks;
  }
}

const isoDay = (day: number): string => new Date(Math.floor(day) * DAY_MS).toISOString().slice(0, 10);
