import { useQuery } from '@tanstack/react-query';
import { usePages } from './lists';
import { get, put } from './request';
import type { Agency, User } from './session';

export interface ContactPoint {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly country: string;
  readonly kind: 'family' | 'forensic' | 'consulate';
  readonly languages: readonly string[];
  readonly countries: readonly string[];
  readonly routes: readonly string[];
  readonly places: string;
  readonly reachedBy: string;
  readonly isOpen: boolean;
  readonly organisationId: string;
  readonly version?: number;
}
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly agency: Agency;
  readonly version?: number;
}
export interface Incident {
  readonly id: string;
  readonly incidentId: string;
  readonly reportedOn: string | null;
  readonly route: string | null;
  readonly country: string | null;
  readonly location: string | null;
  readonly dead: number | null;
  readonly missing: number | null;
}
/** id, latitude, longitude, dead, missing, day. */
export type IncidentPoint = readonly [string, number, number, number | null, number | null, string | null];

export type ContactPointFilter = {
  readonly country?: string;
  readonly kind?: string;
  readonly language?: string;
  readonly route?: string;
  readonly q?: string;
};
export const useContactPoints = (filter: ContactPointFilter = {}) => usePages<ContactPoint>('/contact-points', filter);
export const saveContactPoint = (id: string, body: object, version?: number) =>
  put<ContactPoint>(`/contact-points/${id}`, body, version ?? null);
export const useOrganisations = () => usePages<Organisation>('/organisations');
export const saveOrganisation = (id: string, body: object, version?: number) =>
  put<Organisation>(`/organisations/${id}`, body, version ?? null);
export const useUsers = (enabled = true) => usePages<User>('/users', {}, enabled);

export type IncidentFilter = {
  readonly from?: string;
  readonly to?: string;
  readonly route?: string;
  readonly country?: string;
  readonly q?: string;
};
export const useIncidents = (filter: IncidentFilter) => usePages<Incident>('/incidents', filter);
export const useIncidentMap = (filter: Pick<IncidentFilter, 'from' | 'to' | 'route'>) =>
  useQuery({
    queryKey: ['/incidents/map', filter],
    queryFn: () => get<{ points: IncidentPoint[]; withoutPlace: number; credit: string }>('/incidents/map', filter),
    staleTime: 600_000,
  });
export const useRoutes = () =>
  useQuery({
    queryKey: ['/incidents/routes'],
    queryFn: async () =>
      (await get<{ routes: { route: string; incidents: number }[] }>('/incidents/routes')).routes.map(
        ({ route }) => route,
      ),
    staleTime: Infinity,
  });
