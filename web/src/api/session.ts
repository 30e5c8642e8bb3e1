import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as Api from './generated';
import { every, get, post, put, Refused, remove } from './request';

export type Session = Api.SessionView;
export type Role = Session['user']['roles'][number];
export type Agency = Session['organisation']['agency'];
export type Qualification = Session['qualifications'][number];
export type Method = Qualification['method'];
export type User = Api.UserView;
export type Colleague = Api.ColleaguesView['items'][number];
export type Specialist = Api.SpecialistsView['items'][number];

export const roles = every<Role>()(
  'contact_point_officer',
  'forensic_officer',
  'consular_officer',
  'coordinator',
  'administrator',
  'auditor',
);
export const agencies = every<Agency>()('family', 'forensic', 'consulate', 'network');
export const methods = every<Method>()('dna', 'dental', 'fingerprint', 'pathology', 'anthropology', 'reconciliation');

/** Null when nobody is signed in. */
export function useSession() {
  return useQuery({
    queryKey: ['/session'],
    queryFn: async () => {
      try {
        return await get<Api.AccessControllerSessionData, Session>('/api/session', {});
      } catch (fault) {
        if (fault instanceof Refused && fault.problem.status === 401) return null;
        throw fault;
      }
    },
    staleTime: 60_000,
  });
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Api.SignInDto) => post<Api.AccessControllerSignInData, void>('/api/session', { body }),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => remove<Api.AccessControllerSignOutData, void>('/api/session', {}),
    // Nothing that was read stays in memory for the next person at this desk.
    onSettled: () => {
      queries.clear();
      window.location.assign('/sign-in');
    },
  });
}

export const useSetUpNeeded = () =>
  useQuery({
    queryKey: ['/setup'],
    queryFn: () => get<Api.AccessControllerSetupData, Api.SetupView>('/api/setup', {}),
    retry: false,
  });

export type FirstSetUp = Api.FirstAdministratorDto;
export function useSetUp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: FirstSetUp) =>
      post<Api.AccessControllerCreateFirstAdministratorData, void>('/api/setup', { body }),
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** People of the own organisation, to give a case or a task to. */
export const useColleagues = (enabled = true) =>
  useQuery({
    queryKey: ['/colleagues'],
    queryFn: () => get<Api.AccessControllerListColleaguesData, Api.ColleaguesView>('/api/colleagues', {}),
    staleTime: 60_000,
    enabled,
  });
/** Who of a country may be named to compare the files of a pair. */
export const useSpecialists = (country: string | undefined) =>
  useQuery({
    queryKey: ['/specialists', country],
    queryFn: () =>
      get<Api.AccessControllerListSpecialistsData, Api.SpecialistsView>('/api/specialists', {
        query: { country: country ?? '' },
      }),
    enabled: country !== undefined,
  });

export const saveUser = (id: string, body: Api.UserDto, version?: number) =>
  put<Api.AccessControllerPutUserData, User>('/api/users/{id}', { path: { id }, body, ifMatch: version });
export const disableUser = (id: string, disabled: boolean, reason: string) =>
  put<Api.AccessControllerDisableUserData, User>('/api/users/{id}/disabled', {
    path: { id },
    body: { disabled, reason },
  });
export const grantQualification = (userId: string, qualificationId: string, body: Api.QualificationDto) =>
  put<Api.AccessControllerQualifyData, User>('/api/users/{id}/qualifications/{qualificationId}', {
    path: { id: userId, qualificationId },
    body,
  });
