import { useQuery } from '@tanstack/react-query';
import type * as Api from './generated';
import { usePages } from './lists';
import { every, get, put } from './request';

export type ContactPoint = Api.ContactPointView;
export type Organisation = Api.OrganisationView;
export type Incident = Api.IncidentsView['items'][number];
/** id, latitude, longitude, dead, missing, day. */
export type IncidentPoint = readonly [string, number, number, number | null, number | null, string | null];
export type ContactPointFilter = NonNullable<Api.ContactPointsControllerListData['query']>;
export type IncidentFilter = NonNullable<Api.IncidentsControllerListData['query']>;

export const deskKinds = every<ContactPoint['kind']>()('family', 'forensic', 'consulate');

export const useContactPoints = (filter: ContactPointFilter = {}) =>
  usePages<Api.ContactPointsControllerListData, Api.ContactPointsView>('/api/contact-points', filter);
export const saveContactPoint = (id: string, body: Api.ContactPointDto, version?: number) =>
  put<Api.ContactPointsControllerPutData, ContactPoint>('/api/contact-points/{id}', {
    path: { id },
    body,
    ifMatch: version,
  });
export const useOrganisations = () =>
  usePages<Api.AccessControllerListOrganisationsData, Api.OrganisationsView>('/api/organisations', {});
export const saveOrganisation = (id: string, body: Api.OrganisationDto, version?: number) =>
  put<Api.AccessControllerPutOrganisationData, Organisation>('/api/organisations/{id}', {
    path: { id },
    body,
    ifMatch: version,
  });
export const useUsers = (enabled = true) =>
  usePages<Api.AccessControllerListUsersData, Api.UsersView>('/api/users', {}, enabled);

export const useIncidents = (filter: IncidentFilter) =>
  usePages<Api.IncidentsControllerListData, Api.IncidentsView>('/api/incidents', filter);
export const useIncidentMap = (filter: NonNullable<Api.IncidentsControllerMapData['query']>) =>
  useQuery({
    queryKey: ['/incidents/map', filter],
    queryFn: async () => {
      const map = await get<Api.IncidentsControllerMapData, Api.IncidentMapView>('/api/incidents/map', {
        query: filter,
      });
      // The description language of the API has no rows of mixed cells; their order is the map's own promise.
      return { ...map, points: map.points as unknown as IncidentPoint[] };
    },
    staleTime: 600_000,
  });
export const useRoutes = () =>
  useQuery({
    queryKey: ['/incidents/routes'],
    queryFn: async () =>
      (await get<Api.IncidentsControllerRoutesData, Api.IncidentRoutesView>('/api/incidents/routes', {})).routes.map(
        ({ route }) => route,
      ),
    staleTime: Infinity,
  });
